package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.accounts.Accounts;
import org.batonrelay.accounts.NewAccount;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R1: leads that a program posts, by a table with a row for each of them, up to the task of whoever is offered them. */
class RoutedLeadsTests extends RunningBaton {

    private static final String EMPTY = "";

    @Autowired
    Accounts accounts;

    @Autowired
    Ledger ledger;

    /**
     * A row of the table, and the lead that is meant.
     *
     * @param says segment, region, language, whether the account is a named one, source; empty for any
     */
    private record Row(String group, String... says) {}

    private static final List<Row> ROWS = List.of(
            new Row("ae", "\"enterprise\"", "\"DE\"", "", "true", ""),
            new Row("ae", "\"enterprise\"", "", "", "true", ""),
            new Row("csm", "\"enterprise\"", "\"DE\"", "", "", ""),
            new Row("sales-support", "\"enterprise\"", "", "", "", ""),
            new Row("legal", "\"public\"", "\"AT\"", "", "", ""),
            new Row("customer-service", "\"public\"", "", "", "", ""),
            new Row("partner", "\"smb\"", "\"FR\"", "\"fr\"", "", ""),
            new Row("marketing", "\"smb\"", "\"FR\"", "", "", ""),
            new Row("sdr", "\"smb\"", "\"JP\"", "", "", "\"chat\""),
            new Row("partner", "\"smb\"", "\"JP\"", "", "", ""),
            new Row("ae", "\"smb\"", "", "", "", "\"event\""),
            new Row("csm", "", "\"US\"", "\"es\"", "", ""),
            new Row("sdr", "", "\"US\"", "", "", "\"partner\""),
            new Row("partner", "", "\"US\"", "", "", ""),
            new Row("legal", "", "", "\"de\"", "", "\"tender\""),
            new Row("sales-support", "", "", "\"ja\"", "", ""),
            new Row("marketing", "", "", "", "", "\"campaign\""),
            new Row("customer-service", "", "", "", "", "\"support\""),
            new Row("manager", "", "", "", "", "\"board\""),
            new Row("sdr", "", "", "", "", ""));

    @Test
    void r1_eachOfTwentyLeadsIsOfferedToTheGroupOfItsRowAndWhatMatchesNoneToTheCatchAll() {
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .source("baton build") // past the rules: this table is no process owner's
                .addString("lead-routing.dmn", table())
                .deploy()
                .getId();
        try {
            List<String> reached = new ArrayList<>();
            List<String> wanted = new ArrayList<>();
            for (int i = 0; i < ROWS.size(); i++) {
                LeadReference lead = posted(i, ROWS.get(i));
                reached.add("row" + i + " " + offeredTo(lead) + " by "
                        + routed(lead).detail().get("rule"));
                wanted.add("row" + i + " " + ROWS.get(i).group() + " by row" + i);
            }
            assertThat(reached).isEqualTo(wanted);

            LeadReference strange =
                    posted(99, new Row("", "\"nobody's\"", "\"Atlantis\"", "\"tlh\"", "", "\"a dream\""));
            assertThat(offeredTo(strange)).isEqualTo("sdr");
            assertThat(routed(strange).detail()).containsEntry("rule", "row19");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    /** What a row says, a lead has; an account where the row wants a named one. */
    private LeadReference posted(int number, Row row) {
        String domain = "row" + number + "-of-twenty.example";
        if (!row.says()[3].isEmpty()) {
            accounts.add(new NewAccount(
                    "Row " + number + " of twenty", Set.of(domain), null, bare(row.says()[0]), null, true, null));
        }
        Map<String, String> lead = new LinkedHashMap<>();
        lead.put("name", "Kim Berger");
        lead.put("email", "kim@" + domain);
        lead.put("organisation", "Row " + number + " of twenty");
        lead.put("segment", bare(row.says()[0]));
        lead.put("country", bare(row.says()[1]));
        lead.put("language", bare(row.says()[2]));
        lead.put("source", bare(row.says()[4]));
        lead.values().removeIf(String::isEmpty);
        Caller website = new Caller(port, "website");
        var answer = website.postJson("/api/leads", json(lead));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new LeadReference(website.read(answer).get("reference").asText());
    }

    /** The group whose task it is now, in its own list. */
    private String offeredTo(LeadReference lead) {
        String receiver = String.valueOf(ledger.of(lead).stream()
                .filter(it -> it.type() == EntryType.HANDOFF_OFFERED)
                .findFirst()
                .orElseThrow()
                .detail()
                .get("receiver"));
        String group = receiver.replace("group:", EMPTY);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(lead.value())
                        .taskDefinitionKey("takeBaton")
                        .taskCandidateGroup(group)
                        .count())
                .as(lead + " in the list of " + group)
                .isOne();
        return group;
    }

    private LedgerEntry routed(LeadReference lead) {
        return ledger.of(lead).stream()
                .filter(it -> it.type() == EntryType.LEAD_ROUTED)
                .findFirst()
                .orElseThrow();
    }

    private static String bare(String quoted) {
        return quoted.replace("\"", EMPTY);
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> "\"" + it.getKey() + "\": \"" + it.getValue() + "\"")
                .reduce((a, b) -> a + ", " + b)
                .map(all -> "{" + all + ", \"wantsContact\": true}") // so that nobody waits for a brief
                .orElseThrow();
    }

    private static String table() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < ROWS.size(); i++) {
            rules.append("<rule id=\"row" + i + "\">");
            for (int k = 0; k < 5; k++) {
                rules.append("<inputEntry id=\"i" + i + "_" + k + "\"><text>"
                        + ROWS.get(i).says()[k] + "</text></inputEntry>");
            }
            rules.append(
                    "<outputEntry id=\"o" + i + "_0\"><text>\"" + ROWS.get(i).group() + "\"</text></outputEntry>"
                            + "<outputEntry id=\"o" + i + "_1\"><text>\"normal\"</text></outputEntry></rule>\n");
        }
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="lead-routing" name="Lead routing"
                      xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t" hitPolicy="FIRST">
                      <input id="i1"><inputExpression id="x1" typeRef="string"><text>segment</text></inputExpression></input>
                      <input id="i2"><inputExpression id="x2" typeRef="string"><text>region</text></inputExpression></input>
                      <input id="i3"><inputExpression id="x3" typeRef="string"><text>language</text></inputExpression></input>
                      <input id="i4"><inputExpression id="x4" typeRef="boolean"><text>namedAccount</text></inputExpression></input>
                      <input id="i5"><inputExpression id="x5" typeRef="string"><text>source</text></inputExpression></input>
                      <output id="o1" name="receiverGroup" typeRef="string"/>
                      <output id="o2" name="priority" typeRef="string"/>
                      %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(rules);
    }
}
