#!/usr/bin/env bash
# JMustache 1.16 compiles a template with a tag that is never closed without an error and renders the tag as text: a
# slip of the pen ("Dear {{name") is found by the reader of the letter. Where only the third brace of a triple mustache
# is missing, it does refuse the template.
# Expected: mustache(5), "Tag types": double mustaches make a tag; it knows no tag without an end and no text that
# begins like one. The implementations in JavaScript (mustache 4.2.0: "Unclosed tag at 11") and Ruby (mustache/mustache,
# issue 278) refuse it, and so does the one in PHP since somebody met this (bobthecow/mustache.php, issue 395). The
# specification (mustache/spec) has no test of it.
# Exit status 1 when the library does not behave so any more.
set -euo pipefail
VERSION=1.16
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>com.samskivert</groupId><artifactId>jmustache</artifactId><version>$VERSION</version></dependency>
</dependencies></project>
POM
mvn -q -B -f "$dir/pom.xml" dependency:copy-dependencies -DoutputDirectory="$dir/lib" >"$dir/mvn.log" 2>&1 || { cat "$dir/mvn.log"; exit 2; }
cat >"$dir/Letter.java" <<'JAVA'
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Map;

class Letter {
    public static void main(String[] args) {
        for (String template : new String[] {
            "Dear {{name}},", "Dear {{name", "Dear {{name},", "Dear {{{name}},"
        }) {
            String result;
            try {
                result = Mustache.compiler().compile(template).execute(Map.of("name", "Ada"));
            } catch (MustacheException refused) {
                result = "refused";
            }
            System.out.println(template + " -> " + result);
        }
    }
}
JAVA
echo "JMustache $VERSION, templates with name=Ada"
seen=$(java -cp "$dir/lib/*" "$dir/Letter.java" 2>"$dir/err" || cat "$dir/err" >&2)
echo "$seen"
echo "expected: all but the first are refused when compiled"
[ "$seen" = "Dear {{name}}, -> Dear Ada,
Dear {{name -> Dear {{name
Dear {{name}, -> Dear {{name},
Dear {{{name}}, -> refused" ] || { echo "behaves otherwise now"; exit 1; }
