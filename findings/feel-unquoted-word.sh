#!/usr/bin/env bash
# Camunda's DMN engine 7.24.0 with feel-engine 1.19.3 (what it brings): a word without quotes in an input cell (high for
# "high") is a variable that does not exist, hence null, and null equals an input that is null: the row never matches
# the word that it was written for, and matches where nothing was given. No error, no warning in the log.
# Expected: an error. The page "Error handling" of Camunda's FEEL documentation does say that a variable that does not
# exist is null, but not that a cell may match by it; the FEEL that Camunda had up to 7.12 (still there, see "FEEL
# Engine Legacy Behavior" in the user guide) refuses the same table: FEEL-01009, it cannot resolve the variable.
# Exit status 1 when the library does not behave so any more.
set -euo pipefail
VERSION=7.24.0
FEEL=1.19.3
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.camunda.bpm.dmn</groupId><artifactId>camunda-engine-dmn</artifactId><version>$VERSION</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>2.0.12</version></dependency>
</dependencies></project>
POM
mvn -q -B -f "$dir/pom.xml" dependency:copy-dependencies -DoutputDirectory="$dir/lib" >"$dir/mvn.log" 2>&1 || { cat "$dir/mvn.log"; exit 2; }
ls "$dir"/lib/feel-engine-$FEEL*.jar >/dev/null || exit 2
cat >"$dir/Table.java" <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

class Table {
    public static void main(String[] args) {
        decide("\"high\"", false);
        decide("high", false);
        decide("high", true);
    }

    static void decide(String cell, boolean legacy) {
        DmnEngine engine = new DefaultDmnEngineConfiguration().enableFeelLegacyBehavior(legacy).buildEngine();
        String table = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='finding' name='finding' "
                + "namespace='finding'><decision id='urgency' name='Urgency'><decisionTable id='table'>"
                + "<input id='input'><inputExpression id='value' typeRef='string'><text>value</text></inputExpression></input>"
                + "<output id='output' name='result' typeRef='string'/><rule id='row'>"
                + "<inputEntry id='cell'><text>" + cell + "</text></inputEntry>"
                + "<outputEntry id='then'><text>\"now\"</text></outputEntry></rule></decisionTable></decision></definitions>";
        for (String value : new String[] {"high", "other", null}) {
            VariableMap variables = Variables.putValue("value", value);
            String result;
            try {
                result = engine.evaluateDecisionTable(
                                        "urgency",
                                        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                                        variables)
                                .isEmpty()
                        ? "no match"
                        : "match";
            } catch (RuntimeException refused) {
                result = "refused";
            }
            System.out.println("cell " + cell + (legacy ? " (legacy)" : "") + ", input " + value + ": " + result);
        }
    }
}
JAVA
echo "Camunda DMN engine $VERSION with feel-engine $FEEL: a table of one row with one input cell"
seen=$(java -cp "$dir/lib/*" "$dir/Table.java" 2>"$dir/err" || cat "$dir/err" >&2)
seen="$seen
warnings and errors in the log: $(grep -Ec '^\[[^]]*\] (WARN|ERROR)' "$dir/err" || true)"
echo "$seen"
echo "expected: the cell without quotes is refused, as the legacy FEEL refuses it, or matches nothing"
[ "$seen" = 'cell "high", input high: match
cell "high", input other: no match
cell "high", input null: no match
cell high, input high: no match
cell high, input other: no match
cell high, input null: match
cell high (legacy), input high: refused
cell high (legacy), input other: refused
cell high (legacy), input null: refused
warnings and errors in the log: 0' ] || { echo "behaves otherwise now"; exit 1; }
