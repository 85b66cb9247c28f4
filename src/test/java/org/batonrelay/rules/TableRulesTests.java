package org.batonrelay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Baton can read of a table, and the right changes that nobody is stopped from. */
class TableRulesTests extends RightAndWrong {

    private static final String DEADLINES = "bpmn/handoff-deadlines.dmn";

    @Test
    void engineM1_twoRowsThatMatchAtOnceNeedTheHitPolicyFirst() {
        opened(DEADLINES)
                .with("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                .isRefused("'Handoff deadlines'", "its hit policy is Unique", "row 1", "Choose the hit policy First");
        opened(DEADLINES).with("hitPolicy=\"FIRST\"", "").isRefused("its hit policy is Unique");
    }

    @Test
    void engineM1_allMatchingRowsDoNotCountWhereOneIsRead() {
        opened(DEADLINES).with("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"").isRefused("Choose First");
        opened(DEADLINES)
                .with("hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\"")
                .isRefused("Choose First");
        opened("bpmn/onboarding-plan.dmn")
                .with("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\"")
                .isRefused("Choose Collect");
    }

    @ParameterizedTest
    @CsvSource({
        "<text>\"PT5M\"</text>, <text>PT5M</text>, 'PT5M' means nothing",
        "<text>\"PT5M\"</text>, <text>\"4 hours\"</text>, '4 hours' is no duration",
        "<text>\"PT5M\"</text>, <text>\"P2DT\"</text>, 'P2DT' is no duration",
        "<text>\"sdr\"</text>, <text>sdr</text>, 'sdr' means nothing",
        "<text>\"business\"</text>, <text>\"sometimes\"</text>, 'sometimes' is no calendar",
        "<text>\"manager\"</text>, <text>\"mangers\"</text>, nobody is in the manager group 'mangers'",
        "<text>\"high\"</text>, <text>high</text>, 'high' takes no value"
    })
    void engineM3_everyFilledCellMeansSomething(String old, String changed, String sentence) {
        opened(DEADLINES).withFirst(old, changed).isRefused("row 1 ('A hand-raiser", sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remindEvery", "widenAfter", "dropAfter", "managerGroup", "tellClientAfter"})
    void engineM3_aColumnKeepsTheNameThatBatonReads(String column) {
        opened(DEADLINES)
                .with("name=\"" + column + "\"", "name=\"" + column + "s\"")
                .isRefused(
                        "there is no output column '" + column + "'",
                        "'" + column + "s'",
                        "Name the column '" + column);
    }

    @Test
    void engineM3_aColumnThatBatonReadsIsThere() throws IOException {
        String table = Files.readString(Path.of("bpmn/summary-deadlines.dmn"));
        String column = table.substring(table.indexOf("<output id=\"Output_FlagAfter\""));
        opened("bpmn/summary-deadlines.dmn")
                .with(column.substring(0, column.indexOf("/>") + 2), "")
                .isRefused("there is no output column 'flagAfter'");
    }

    @Test
    void engineM3_theLadderIsInOrder() {
        ladder("PT1H", "PT2H", "PT4H", "PT3H").isRefused("'dropAfter' is PT3H and comes before 'escalateAfter'");
        ladder("PT1H", "PT5H", "PT4H", "P2D").isRefused("'escalateAfter' is PT4H and comes before 'widenAfter'");
        ladder("PT1H", "", "P3D", "P1D").isRefused("'dropAfter' is P1D and comes before 'escalateAfter'");
        ladder("P1D", "PT8H", "P1D", "P2D").isRight();
        opened("bpmn/summary-deadlines.dmn");
        written("summary-deadlines.dmn", twoOutputs("summary-deadlines", "remindAfter", "P3D", "flagAfter", "P1D"))
                .isRefused("'flagAfter' is P1D and comes before 'remindAfter'");
        written("call-back-deadlines.dmn", twoOutputs("call-back-deadlines", "remindAfter", "P3D", "closeAfter", "P1D"))
                .isRefused("'closeAfter' is P1D and comes before 'remindAfter'");
    }

    @ParameterizedTest
    @CsvSource({
        "bpmn/handoff-deadlines.dmn, InputExpression_Priority, string, date, Choose the type string",
        "bpmn/handoff-deadlines.dmn, InputExpression_Priority, string, integer, Choose the type string",
        "bpmn/handoff-deadlines.dmn, InputExpression_Priority, string, number, Choose the type string",
        "bpmn/lead-routing.dmn, InputExpression_OpenBatons, integer, string, Choose the type integer",
        "bpmn/lead-routing.dmn, InputExpression_OpenBatons, integer, date, Choose the type integer",
        "bpmn/lead-routing.dmn, InputExpression_OfficeOpen, boolean, string, Choose the type boolean",
        "bpmn/contract-priority.dmn, InputExpression_DealValue, long, integer, Choose the type long"
    })
    void engineM3b_aColumnIsOfTheTypeThatBatonHandsIn(
            String file, String id, String type, String wrong, String sentence) {
        opened(file)
                .with("id=\"" + id + "\" typeRef=\"" + type + "\"", "id=\"" + id + "\" typeRef=\"" + wrong + "\"")
                .isRefused("is of the type " + wrong, sentence);
    }

    @Test
    void engineM3b_aColumnAsksForWhatIsHandedIn() {
        opened(DEADLINES)
                .with("<text>receiverGroup</text>", "<text>receiver</text>")
                .isRefused("'Receiver group'", "'receiver', which Baton does not hand in", "'receiverGroup'");
    }

    @Test
    void doorsD1_aCellIsWrittenInFeel() {
        opened(DEADLINES)
                .withFirst("<inputEntry id", "<inputEntry expressionLanguage=\"juel\" id")
                .isRefused("not in juel", "Choose FEEL");
    }

    @Test
    void doorsD5_aTableHasAtMostAThousandRows() throws IOException {
        String table = Files.readString(Path.of("bpmn/summary-deadlines.dmn"));
        String row = table.substring(table.indexOf("<rule "), table.indexOf("</rule>") + "</rule>".length());
        opened("bpmn/summary-deadlines.dmn").withFirst(row, row.repeat(1001)).isRefused("rows; at most 1,000 are read");
    }

    // right changes

    @Test
    void aChangedDeadlineANewRowAndALabelAreRight() {
        opened(DEADLINES)
                .withFirst("<text>\"PT5M\"</text>", "<text>\"PT10M\"</text>")
                .with("label=\"Remind every\"", "label=\"Remind every (hours of their team)\"")
                .withFirst("<rule id=", """
                        <rule id="mine"><description>Mine</description>
                        <inputEntry id="m1"><text>"sdr-to-ae","ae-to-csm"</text></inputEntry>
                        <inputEntry id="m2"><text>not("low")</text></inputEntry><inputEntry id="m3"><text>-</text></inputEntry>
                        <outputEntry id="m4"><text>"PT2H"</text></outputEntry><outputEntry id="m5"><text></text></outputEntry>
                        <outputEntry id="m6"><text></text></outputEntry><outputEntry id="m7"><text>"PT6H"</text></outputEntry>
                        <outputEntry id="m8"><text>"manager"</text></outputEntry><outputEntry id="m9"><text>"P2D"</text></outputEntry>
                        <outputEntry id="m10"><text>"business"</text></outputEntry><outputEntry id="m11"><text></text></outputEntry></rule>
                        <rule id=""")
                .isRight();
    }

    @Test
    void uniqueIsRightWhereNoTwoRowsMeet() {
        written("summary-deadlines.dmn", twoOutputs("summary-deadlines", "remindAfter", "P1D", "flagAfter", "P3D"))
                .isRight();
    }

    @Test
    void theExamplesOfTheDocsAreRight() {
        for (String example : new String[] {"handoff-deadlines", "lead-assignment", "lead-routing"}) {
            opened("docs/examples/" + example + ".dmn").isRight();
        }
    }

    @Test
    void aDecisionOfSomebodysOwnIsRight() {
        written("my-own.dmn", twoOutputs("my-own", "a", "P1D", "b", "P3D")).isRight();
    }

    @Test
    void aComputedInputAndAWiderNumberAreRight() {
        opened("bpmn/lead-routing.dmn")
                .with(
                        "id=\"InputExpression_OpenBatons\" typeRef=\"integer\"",
                        "id=\"InputExpression_OpenBatons\" typeRef=\"long\"")
                .with("<text>source</text>", "<text>lower case(source)</text>")
                .isRight();
        assertThat(faults()).isEmpty();
    }

    private RightAndWrong ladder(String remind, String widen, String escalate, String drop) {
        return written("handoff-deadlines.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="handoff-deadlines" name="Handoff deadlines">
                    <decisionTable id="t" hitPolicy="FIRST">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>exchange</text></inputExpression></input>
                      <output id="o1" name="remindEvery"/><output id="o2" name="widenAfter"/>
                      <output id="o3" name="escalateAfter"/><output id="o4" name="dropAfter"/>
                      <output id="o5" name="backupGroup"/><output id="o6" name="managerGroup"/>
                      <output id="o7" name="calendar"/>
                      <rule id="r"><inputEntry id="c"><text></text></inputEntry>
                        <outputEntry id="x1"><text>"%s"</text></outputEntry><outputEntry id="x2"><text>%s</text></outputEntry>
                        <outputEntry id="x3"><text>"%s"</text></outputEntry><outputEntry id="x4"><text>"%s"</text></outputEntry>
                        <outputEntry id="x5"><text>"ae"</text></outputEntry><outputEntry id="x6"><text>"manager"</text></outputEntry>
                        <outputEntry id="x7"><text>"business"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(
                        remind, widen.isEmpty() ? "" : "\"" + widen + "\"", escalate, drop));
    }

    private static String twoOutputs(String decision, String first, String one, String second, String other) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="%s" name="Of a test">
                    <decisionTable id="t">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>priority</text></inputExpression></input>
                      <output id="o1" name="%s" typeRef="string"/><output id="o2" name="%s" typeRef="string"/>
                      <output id="o3" name="calendar" typeRef="string"/>
                      <rule id="r1"><inputEntry id="c1"><text>"high"</text></inputEntry>
                        <outputEntry id="x1"><text>"%s"</text></outputEntry><outputEntry id="y1"><text>"%s"</text></outputEntry>
                        <outputEntry id="z1"><text>"business"</text></outputEntry></rule>
                      <rule id="r2"><inputEntry id="c2"><text>not("high")</text></inputEntry>
                        <outputEntry id="x2"><text></text></outputEntry><outputEntry id="y2"><text></text></outputEntry>
                        <outputEntry id="z2"><text>"business"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(decision, first, second, one, other);
    }
}
