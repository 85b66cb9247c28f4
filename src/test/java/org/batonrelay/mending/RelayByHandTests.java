package org.batonrelay.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator does to a process past its tasks, by the calls that Cockpit makes. */
class RelayByHandTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Test
    void aVariableSetByHandIsADeparture() throws Exception {
        LeadReference reference = aLead.inRelay();

        assertThat(send(
                        "PUT",
                        "/process-instance/" + relayOf(reference) + "/variables/priority",
                        "{\"value\": \"low\"}"))
                .isEqualTo(204);

        assertThat(departures(reference)).singleElement().satisfies(entry -> {
            assertThat(entry.detail().get("what")).isEqualTo("set priority in relay by hand");
            assertThat(String.valueOf(entry.detail().get("why"))).contains("admin");
        });
    }

    @Test
    void variablesChangedByHandTogetherAreOneDeparture() throws Exception {
        LeadReference reference = aLead.inRelay();

        assertThat(send(
                        "POST",
                        "/process-instance/" + relayOf(reference) + "/variables",
                        "{\"modifications\": {\"priority\": {\"value\": \"low\"}}, \"deletions\": [\"nonsense\"]}"))
                .isEqualTo(204);

        assertThat(departures(reference)).hasSize(1);
    }

    @Test
    void aStepSkippedByHandIsADeparture() throws Exception {
        LeadReference reference = aLead.inRelay();
        String handoff = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("handoff")
                .singleResult()
                .getId();

        assertThat(send(
                        "POST",
                        "/process-instance/" + handoff + "/modification",
                        "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"prepareBrief\"}]}"))
                .isEqualTo(204);

        assertThat(departures(reference))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail().get("what")).isEqualTo("moved handoff by hand"));
    }

    @Test
    void aRelayCancelledByHandIsClosedWithAllThatWasOpen() throws Exception {
        LeadReference reference = aLead.inRelay();

        assertThat(send("DELETE", "/process-instance/" + relayOf(reference), ""))
                .isEqualTo(204);

        assertThat(departures(reference)).hasSize(1);
        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.CLOSED);
        assertThat(ledger.of(reference)).extracting(LedgerEntry::type).contains(EntryType.RELAY_CLOSED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
    }

    /** The engine cancels with it the step that called it, and a relay without a step is at its end. */
    @Test
    void aRelayThatEndsWithItsHandoffIsClosedToo() throws Exception {
        LeadReference reference = aLead.inRelay();
        String handoff = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("handoff")
                .singleResult()
                .getId();
        management.createJobQuery().list().stream()
                .filter(job -> relayOf(reference).equals(job.getProcessInstanceId()))
                .forEach(job -> management.executeJob(job.getId()));

        assertThat(send("DELETE", "/process-instance/" + handoff, "")).isEqualTo(204);

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.CLOSED);
        assertThat(batons.get(reference).holder()).isNotNull();
    }

    @Test
    void nobodySetsVariablesOfMoreThanOneProcessAtATime() throws Exception {
        LeadReference reference = aLead.inRelay();

        assertThat(send(
                        "POST",
                        "/process-instance/variables-async",
                        "{\"processInstanceIds\": [\"" + relayOf(reference)
                                + "\"], \"variables\": {\"a\": {\"value\": 1}}}"))
                .isEqualTo(403);
        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.RUNNING);
    }

    private String relayOf(LeadReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("relay")
                .singleResult()
                .getId();
    }

    private List<LedgerEntry> departures(LeadReference reference) {
        return ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.DEPARTURE_RECORDED)
                .toList();
    }

    private int send(String method, String path, String json) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }
}
