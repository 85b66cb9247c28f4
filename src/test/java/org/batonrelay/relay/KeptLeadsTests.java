package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead is kept, whatever somebody has deployed, suspended or deleted. */
class KeptLeadsTests extends RunningBaton {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Ledger ledger;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void nothingOfThisStays() {
        deployed.forEach(it -> repository.deleteDeployment(it, true));
    }

    @Test
    void engineT6_keepsALeadWhileTheRelayIsSuspendedAndBeginsItAfterwards() throws Exception {
        repository.suspendProcessDefinitionByKey("relay");
        String reference;
        try {
            HttpResponse<String> answer = posted("kept-a");
            assertThat(answer.statusCode()).isEqualTo(201);
            reference = reference(answer);
            assertThat(page(reference).path("state").asText()).isEqualTo("waiting");
            assertThat(page(reference).path("holder").asText()).isEqualTo("group:marketing");
            runErrands("lead-waits", reference);
            assertThat(mailbox.latest("manager-1@baton.example", "Kept-a waits").text())
                    .contains(reference, "cannot begin");
            HttpResponse<String> again = posted("kept-a");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(reference(again)).isEqualTo(reference);

            runErrands("begin-waiting-lead", reference);
            assertThat(page(reference).path("state").asText()).isEqualTo("waiting");
        } finally {
            repository.activateProcessDefinitionByKey("relay");
        }

        runErrands("begin-waiting-lead", reference);

        assertThat(page(reference).path("state").asText()).isEqualTo("running");
        assertThat(page(reference).path("offeredTo").toString()).contains("sdr");
        assertThat(task(reference, "takeBaton")).isNotNull();
        assertThat(ledger.of(new LeadReference(reference)))
                .extracting(entry -> entry.type())
                .startsWith(EntryType.LEAD_CAPTURED, EntryType.HOLDER_CHANGED, EntryType.LEAD_WAITING)
                .contains(EntryType.HANDOFF_OFFERED)
                .filteredOn(EntryType.LEAD_CAPTURED::equals)
                .hasSize(1);
    }

    @Test
    void engineT6_keepsALeadWhileTheGroupIsGoneAndOffersItOnceThereIsOne() throws Exception {
        Group sdr = identity.createGroupQuery().groupId("sdr").singleResult();
        List<User> members = identity.createUserQuery().memberOfGroup("sdr").list();
        identity.deleteGroup("sdr");
        String reference;
        try {
            HttpResponse<String> answer = posted("kept-b");
            assertThat(answer.statusCode()).isEqualTo(201);
            reference = reference(answer);
            assertThat(page(reference).path("state").asText()).isEqualTo("waiting");
            assertThat(page(reference).path("holder").asText()).isEqualTo("group:marketing");
        } finally {
            Group anew = identity.newGroup("sdr");
            anew.setName(sdr.getName());
            anew.setType(sdr.getType());
            identity.saveGroup(anew);
            members.forEach(one -> identity.createMembership(one.getId(), "sdr"));
        }

        runErrands("begin-waiting-lead", reference);

        assertThat(task(reference, "takeBaton")).isNotNull();
        assertThat(page(reference).path("state").asText()).isEqualTo("running");
    }

    @Test
    void engineM1_aTableThatNobodyCanReadCostsNoLeadHoweverMuchIsWrong() throws Exception {
        deploy("handoff-deadlines.dmn", many(Files.readString(Path.of("bpmn/handoff-deadlines.dmn"))));

        HttpResponse<String> answer = posted("kept-c");

        assertThat(answer.statusCode()).isEqualTo(201);
        String reference = reference(answer);
        assertThat(task(reference, "takeBaton")).isNotNull();
        assertThat(incidents(reference))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .startsWith("the latest version of the decision 'handoff-deadlines' cannot be read")
                        .hasSizeBetween(3000, 4000));
    }

    @Test
    void engineM3_whatMeansNothingIsUnreadableWhereItLiesThereAlready() throws Exception {
        String table = Files.readString(Path.of("bpmn/handoff-deadlines.dmn"));
        for (String wrong : List.of(
                table.replace("\"PT5M\"", "PT5M"), table.replace("name=\"dropAfter\"", "name=\"dropsAfter\""))) {
            deploy("handoff-deadlines.dmn", wrong);
            String reference = reference(posted("kept-d" + deployed.size()));
            assertThat(task(reference, "takeBaton")).isNotNull();
            assertThat(incidents(reference))
                    .singleElement()
                    .satisfies(incident -> assertThat(incident.getIncidentMessage())
                            .contains("cannot be read, so an older one counts"));
        }
    }

    @Test
    void engineM11_theIncidentsOfATableEndWhenItIsMendedAndItsOwnersWereTold() throws Exception {
        String right = Files.readString(Path.of("bpmn/handoff-deadlines.dmn"));
        deploy("handoff-deadlines.dmn", right.replace("\"PT5M\"", "PT5M"));
        String reference = reference(posted("kept-e"));
        assertThat(incidents(reference)).hasSize(1);
        runErrands("file-unusable", "");
        assertThat(mailbox.latest("manager-1@baton.example", "handoff-deadlines.dmn cannot be used")
                        .text())
                .contains("PT5M", "the newest version before it", "Mend the file");
        int told = mailbox.of("manager-1@baton.example").size();
        posted("kept-f");
        runErrands("file-unusable", "");
        assertThat(mailbox.of("manager-1@baton.example")).as("once").hasSize(told);

        deployed.add(repository
                .createDeployment()
                .addString("handoff-deadlines.dmn", right.replace("\"PT5M\"", "\"PT6M\""))
                .deploy()
                .getId());

        assertThat(incidents(reference)).isEmpty();
    }

    /** Past the rules, as what was deployed before there were any. */
    private void deploy(String name, String text) {
        deployed.add(repository
                .createDeployment()
                .source("baton build")
                .addString(name, text)
                .deploy()
                .getId());
    }

    /** Unique, and so many rows that match at once that saying which takes thousands of letters. */
    private static String many(String table) {
        String last = table.substring(table.lastIndexOf("<rule "), table.lastIndexOf("</rule>") + "</rule>".length());
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append(last.replaceAll("id=\"(\\w+)\"", "id=\"$1_of_a_very_long_name_" + i + "\""));
        }
        return table.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"").replace(last, rows + last);
    }

    private List<Incident> incidents(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                // the one that called it has an incident as well, which says nothing of its own
                .filter(incident -> incident.getConfiguration() != null)
                .toList();
    }

    private HttpResponse<String> posted(String organisation) throws IOException {
        return new Caller(port, "website")
                .postJson(
                        "/api/leads",
                        json.writeValueAsString(Map.of(
                                "name",
                                "Ann",
                                "email",
                                "ann@" + organisation + ".example",
                                "organisation",
                                organisation.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                        + organisation.substring(1),
                                "wantsContact",
                                true)));
    }

    private String reference(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body()).path("reference").asText();
    }

    private JsonNode page(String reference) throws IOException {
        return json.readTree(new Caller(port, "manager-1")
                .get("/api/leads/" + reference, "Accept", "application/json")
                .body());
    }

    private void runErrands(String name, String about) {
        for (Job job : management.createJobQuery().list()) {
            String order = ((JobEntity) job).getJobHandlerConfigurationRaw();
            if (order != null && order.startsWith(name + "\n" + about)) {
                management.executeJob(job.getId());
            }
        }
    }
}
