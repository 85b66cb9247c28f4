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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.OnHold;
import org.batonrelay.handoff.Offers;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator or a process owner does past the tasks, by the calls that Cockpit and scripts make. */
class HandsOnRelaysTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Life life;

    @Autowired
    OnHold onHold;

    @Autowired
    Offers offers;

    @Autowired
    PartedRelays check;

    @Autowired
    RepositoryService repository;

    @Test
    void engineO1_aVersionInUseIsNotDeletedInAnyWay() throws Exception {
        LeadReference reference = aLead.inRelay();
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("handoff")
                .singleResult()
                .getProcessDefinitionId();
        String deployment = repository.getProcessDefinition(definition).getDeploymentId();

        for (String way : List.of(
                "/deployment/" + deployment,
                "/deployment/" + deployment + "?cascade=true",
                "/deployment/" + deployment + "?cascade=true&skipCustomListeners=true&skipIoMappings=true",
                "/process-definition/" + definition,
                "/process-definition/" + definition + "?cascade=true",
                "/process-definition/key/handoff",
                "/process-definition/key/handoff?cascade=true")) {
            Answer refused = send("DELETE", way, "");
            assertThat(refused.status()).as(way + " " + refused.body()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("of handoff is still in use by", "deploy the earlier one again", "Nothing was changed");
        }
        assertThat(task(reference.value(), "takeBaton")).isNotNull();
    }

    @Test
    void engineO1_aVersionThatNothingRunsOnMayGo() throws Exception {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
                  <bpmn:process id="nobody-waits-here" isExecutable="true"
                      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="begun"/>
                  </bpmn:process>
                </bpmn:definitions>""";
        String deployment = repository
                .createDeployment()
                .addString("nobody-waits-here.bpmn", model)
                .deploy()
                .getId();

        assertThat(send("DELETE", "/deployment/" + deployment + "?cascade=true", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void engineO2_whatEndsARelayIsADepartureAndClosesItWhicheverWay() throws Exception {
        String cancel = "{\"type\": \"cancel\", \"activityId\": \"%s\"}";
        for (String way :
                List.of("modification", "async", "execute", "executeAsync", "deletion", "child", "child async")) {
            LeadReference reference = aLead.inRelay();
            String relay = instance(reference, "relay");
            String handoff = instance(reference, "handoff");
            String all = cancel.formatted("passToSdr") + "," + cancel.formatted("acknowledgeLead");
            String ofRelay = "\"processDefinitionId\": \"" + definition(relay) + "\", \"processInstanceIds\": [\""
                    + relay + "\"], \"instructions\": [" + all + "]";
            Answer answer = switch (way) {
                case "modification" ->
                    send("POST", "/process-instance/" + relay + "/modification", "{\"instructions\": [" + all + "]}");
                case "async" ->
                    send(
                            "POST",
                            "/process-instance/" + relay + "/modification-async",
                            "{\"instructions\": [" + all + "]}");
                case "execute" -> send("POST", "/modification/execute", "{" + ofRelay + "}");
                case "executeAsync" -> send("POST", "/modification/executeAsync", "{" + ofRelay + "}");
                case "deletion" ->
                    send("POST", "/process-instance/delete", "{\"processInstanceIds\": [\"" + relay + "\"]}");
                case "child" -> send("DELETE", "/process-instance/" + handoff, "");
                default ->
                    send(
                            "POST",
                            "/process-instance/" + handoff + "/modification-async",
                            "{\"instructions\": [" + cancel.formatted("takeBaton") + "]}");
            };
            assertThat(answer.status()).as(way + answer.body()).isIn(200, 204);
            runBatches();

            assertThat(departures(reference)).as(way).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo("admin");
                assertThat(String.valueOf(entry.detail().get("what"))).contains("by hand");
            });
            assertThat(batons.get(reference).state()).as(way).isEqualTo(Baton.State.CLOSED);
            assertThat(offers.open(reference)).isEmpty();
            assertThat(tasks.createTaskQuery()
                            .processInstanceBusinessKey(reference.value())
                            .count())
                    .isZero();
            tell("closed-by-hand");
            assertThat(mailbox.of("manager-1@baton.example"))
                    .as(way)
                    .anySatisfy(mail -> assertThat(mail.subject()).contains(reference.value()));
        }
    }

    @Test
    void engineO3_whatIsOverIsNotStartedAgainByHand() throws Exception {
        LeadReference reference = aLead.inRelay();
        String relay = instance(reference, "relay");
        String definition = definition(relay);
        send("DELETE", "/process-instance/" + relay, "");

        for (String way : List.of("restart", "restart-async")) {
            Answer refused = send(
                    "POST",
                    "/process-definition/" + definition + "/" + way,
                    "{\"processInstanceIds\": [\"" + relay
                            + "\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"passToSdr\"}]}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("not started again by hand");
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
    }

    @Test
    void engineO4_whoSuspendsOneProcessStopsAllOfTheLeadAndIsOnRecord() throws Exception {
        for (String way : List.of("instance", "group", "batch")) {
            LeadReference reference = aLead.inRelay();
            String relay = instance(reference, "relay");

            suspend(way, relay, true);

            assertThat(onHold.isHeld(reference)).as(way).isTrue();
            assertThat(departures(reference)).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo("admin");
                assertThat(entry.detail().get("what")).isEqualTo("put on hold by hand");
            });
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(reference.value())
                            .active()
                            .count())
                    .isZero();
            assertThat(clocks(reference)).isNotEmpty().allMatch(Job::isSuspended);
            check.look(reference);
            assertThat(tasks.createTaskQuery()
                            .processInstanceBusinessKey(reference.value())
                            .taskDefinitionKey("mendRelay")
                            .count())
                    .as("a hold on record is no standstill")
                    .isZero();

            suspend(way, instance(reference, "handoff"), false);

            assertThat(onHold.isHeld(reference)).as(way).isFalse();
            assertThat(departures(reference)).hasSize(2);
            assertThat(clocks(reference)).noneMatch(Job::isSuspended);
            assertThat(life.lookClosely(reference)).isEmpty();
            complete("sdr-1", reference.value(), "takeBaton", Map.of("decision", "accept"));
            assertThat(batons.get(reference).holder().value()).isEqualTo("sdr-1");
        }
    }

    @Test
    void engineO4_goesOnWithWhatWasLeftOfEachDeadline() throws Exception {
        LeadReference reference = aLead.inRelay();
        Instant dropAt = offers.open(reference).orElseThrow().dropAt();
        suspend("instance", instance(reference, "relay"), true);
        // as if it had been put on hold a week ago
        Instant weekAgo = Instant.now().minus(Duration.ofDays(7));
        holdSince(reference, weekAgo);

        suspend("instance", instance(reference, "relay"), false);

        Instant moved = offers.open(reference).orElseThrow().dropAt();
        assertThat(moved).isAfter(dropAt.plus(Duration.ofDays(6)));
        assertThat(clocks(reference))
                .filteredOn(clock -> "dropDue".equals(activity(clock)))
                .singleElement()
                .satisfies(clock -> assertThat(clock.getDuedate()).isCloseTo(Date.from(moved), 1000));
    }

    @Test
    void engineO4_suspendingADefinitionWithItsInstancesHoldsTheLeads() throws Exception {
        LeadReference reference = aLead.inRelay();
        String definition = definition(instance(reference, "handoff"));
        try {
            put("/process-definition/" + definition + "/suspended", true);
            assertThat(onHold.isHeld(reference)).isTrue();
        } finally {
            put("/process-definition/" + definition + "/suspended", false);
        }
        assertThat(onHold.isHeld(reference)).isFalse();
        assertThat(life.lookClosely(reference)).isEmpty();
    }

    @Test
    void engineO5_aClockTouchedByHandIsADepartureWithWhoAndWhat() throws Exception {
        Map<String, String> ways = Map.of(
                "moved", "{\"duedate\": \"2031-01-01T00:00:00.000+0000\"}",
                "let", "{}",
                "set the retries of", "{\"retries\": 5}",
                "deleted", "");
        for (String what : List.of("moved", "set the retries of", "deleted", "let")) {
            LeadReference reference = aLead.inRelay();
            String clock = clock(reference, "batonStalled").getId();
            Answer answer = switch (what) {
                case "moved" -> send("PUT", "/job/" + clock + "/duedate", ways.get(what));
                case "let" -> send("POST", "/job/" + clock + "/execute", "{}");
                case "deleted" -> send("DELETE", "/job/" + clock, "");
                default -> send("PUT", "/job/" + clock + "/retries", ways.get(what));
            };
            assertThat(answer.status()).as(what + answer.body()).isEqualTo(204);

            assertThat(departures(reference)).as(what).singleElement().satisfies(entry -> {
                assertThat(entry.actor()).isEqualTo("admin");
                assertThat(String.valueOf(entry.detail().get("what")))
                        .startsWith(what)
                        .contains("\"Baton stalled\"", "handoff");
            });
            assertThat(runtime.createIncidentQuery()
                            .incidentType("clock-deleted")
                            .processInstanceId(instance(reference, "handoff"))
                            .count())
                    .isEqualTo(what.equals("deleted") ? 1 : 0);
        }
    }

    @Test
    void engineO5_aClockStoppedByHandIsADepartureAndAsked() throws Exception {
        LeadReference reference = aLead.inRelay();

        put("/job/" + clock(reference, "dropDue").getId() + "/suspended", true);

        assertThat(departures(reference))
                .singleElement()
                .satisfies(entry ->
                        assertThat(String.valueOf(entry.detail().get("what"))).contains("clocks stopped"));
        assertThat(tasks.getVariable(task(reference.value(), "mendRelay").getId(), "missing")
                        .toString())
                .contains("\"Drop due\"");
        complete("manager-1", reference.value(), "mendRelay", Map.of("mendDecision", "offer-again"));
        assertThat(life.lookClosely(reference)).isEmpty();
        assertThat(task(reference.value(), "takeBaton")).isNotNull();
    }

    @Test
    void engineO5b_clocksThatAreBornSuspendedAreFoundAndTold() throws Exception {
        LeadReference reference = aLead.inRelay();
        String path = "/process-definition/" + definition(instance(reference, "handoff")) + "/suspended";
        send("PUT", path, "{\"suspended\": true, \"includeProcessInstances\": false}");
        try {
            fire(reference.value(), "reminderDue");
            assertThat(clock(reference, "nextReminderDue").isSuspended())
                    .as("what the engine does")
                    .isTrue();
        } finally {
            send("PUT", path, "{\"suspended\": false, \"includeProcessInstances\": false}");
        }
        assertThat(clock(reference, "nextReminderDue").isSuspended())
                .as("and it stays so")
                .isTrue();

        check.look(reference);

        String asked = task(reference.value(), "mendRelay").getId();
        assertThat(tasks.getVariable(asked, "missing").toString()).contains("\"Next reminder due\"");
        management.activateJobByProcessInstanceId(instance(reference, "handoff"));
        check.look(reference);
        assertThat(tasks.createTaskQuery().taskId(asked).count()).isZero();
    }

    private void suspend(String way, String instance, boolean suspended) throws Exception {
        switch (way) {
            case "instance" -> put("/process-instance/" + instance + "/suspended", suspended);
            case "group" ->
                send(
                        "PUT",
                        "/process-instance/suspended",
                        "{\"processInstanceIds\": [\"" + instance + "\"], \"suspended\": " + suspended + "}");
            default -> {
                send(
                        "POST",
                        "/process-instance/suspended-async",
                        "{\"processInstanceIds\": [\"" + instance + "\"], \"suspended\": " + suspended + "}");
                runBatches();
            }
        }
    }

    private void put(String path, boolean suspended) throws Exception {
        String more = path.startsWith("/process-definition") ? ", \"includeProcessInstances\": true" : "";
        Answer answer = send("PUT", path, "{\"suspended\": " + suspended + more + "}");
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(204);
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private void holdSince(LeadReference reference, Instant since) {
        jdbc.sql("update lead_on_hold set held_since = :since where reference = :reference")
                .param("since", java.time.OffsetDateTime.ofInstant(since, java.time.ZoneOffset.UTC))
                .param("reference", reference.value())
                .update();
    }

    /** Seed, chunks and all: the way the job executor takes. */
    private void runBatches() {
        for (int round = 0; round < 5; round++) {
            management.createBatchQuery().list().stream()
                    .flatMap(batch ->
                            java.util.stream.Stream.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId()))
                    .flatMap(definition -> management.createJobQuery().jobDefinitionId(definition).list().stream())
                    .forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> clocks(LeadReference reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .flatMap(it -> management.createJobQuery().processInstanceId(it.getId()).timers().list().stream())
                .toList();
    }

    private Job clock(LeadReference reference, String activity) {
        return clocks(reference).stream()
                .filter(clock -> activity.equals(activity(clock)))
                .findFirst()
                .orElseThrow();
    }

    private String activity(Job clock) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(clock.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private String instance(LeadReference reference, String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey(process)
                .singleResult()
                .getId();
    }

    private String definition(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
    }

    private void tell(String errand) {
        errandsBeginning(errand).stream().forEach(job -> management.executeJob(job.getId()));
    }

    private List<LedgerEntry> departures(LeadReference reference) {
        return ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.DEPARTURE_RECORDED)
                .toList();
    }

    private record Answer(int status, String body) {}

    private Answer send(String method, String path, String json) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
