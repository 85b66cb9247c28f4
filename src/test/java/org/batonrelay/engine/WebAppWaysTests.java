package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tasklist and Cockpit offer by themselves, and what comes of it here. */
class WebAppWaysTests extends RunningBaton {

    private Caller rep;
    private Caller manager;
    private String reference;
    private Task offer;

    @BeforeEach
    void aLeadIsOffered() {
        rep = new Caller(port, "sdr-1");
        manager = new Caller(port, "manager-1");
        Caller website = new Caller(port, "website");
        HttpResponse<String> posted = website.postJson("/api/leads", """
                {"name": "Kim Ways", "email": "kim@ways%1$d.example", "organisation": "Ways %1$d", "wantsContact": true}""".formatted(System.nanoTime()));
        reference = website.read(posted).path("reference").asText();
        offer = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("takeBaton")
                .singleResult();
    }

    @Test
    void engineT1_keepsACommentAsANoteOnTheLead() {
        HttpResponse<String> kept = rep.postJson(
                "/engine-rest/task/" + offer.getId() + "/comment/create", "{\"message\": \"Ring after 4\"}");

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).contains("Ring after 4", "sdr-1");
        assertThat(manager.get("/api/leads/" + reference).body()).contains("Ring after 4", "note.written");
    }

    @Test
    void engineT1_keepsACommentFromTasklist() {
        rep.enterTasklist();

        assertThat(rep.postJson(
                                "/camunda/api/engine/engine/default/task/" + offer.getId() + "/comment/create",
                                "{\"message\": \"From Tasklist\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(manager.get("/api/leads/" + reference).body()).contains("From Tasklist");
    }

    @Test
    void engineT1_refusesACommentOnWhatIsGoneOrNotTheirs() {
        assertThat(rep.postJson("/engine-rest/task/nowhere/comment/create", "{\"message\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        Caller stranger = new Caller(port, "partner-1");
        HttpResponse<String> refused = stranger.postJson(
                "/engine-rest/task/" + offer.getId() + "/comment/create", "{\"message\": \"not theirs\"}");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("not yours to see");
        HttpResponse<String> empty =
                rep.postJson("/engine-rest/task/" + offer.getId() + "/comment/create", "{\"message\": \" \"}");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(manager.get("/api/leads/" + reference).body()).doesNotContain("not theirs");
    }

    @Test
    void engineT2_whenToFollowUpIsOnesOwnBusiness() {
        rep.postJson("/engine-rest/task/" + offer.getId() + "/claim", "{\"userId\": \"sdr-1\"}");
        String task = asTasklistSendsIt();

        HttpResponse<String> saved = rep.call(
                "PUT /engine-rest/task/" + offer.getId(),
                task.replace("\"followUp\":null", "\"followUp\":\"2027-01-11T08:00:00.000+0000\""));

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(204);
        assertThat(rep.get("/engine-rest/task/" + offer.getId()).body()).contains("2027-01-11T08:00");
    }

    @Test
    void engineT2_nothingElseOfATaskIsSaved() {
        rep.postJson("/engine-rest/task/" + offer.getId() + "/claim", "{\"userId\": \"sdr-1\"}");
        String task = asTasklistSendsIt();

        HttpResponse<String> refused =
                rep.call("PUT /engine-rest/task/" + offer.getId(), task.replace("\"priority\":50", "\"priority\":99"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("for the process to say");
    }

    /** All that may be set of a task, whatever was changed. */
    private String asTasklistSendsIt() {
        ObjectNode task = (ObjectNode) rep.read(rep.get("/engine-rest/task/" + offer.getId()));
        return task.retain(
                        "name",
                        "description",
                        "priority",
                        "assignee",
                        "owner",
                        "delegationState",
                        "due",
                        "followUp",
                        "parentTaskId",
                        "caseInstanceId",
                        "tenantId")
                .toString();
    }

    @Test
    void engineT3_saysInWordsWhatIsNotWanted() {
        HttpResponse<String> task = rep.postJson("/engine-rest/task/create", "{\"name\": \"mine\"}");
        HttpResponse<String> list = rep.postJson(
                "/engine-rest/filter/create",
                "{\"resourceType\": \"Task\", \"name\": \"mine\", \"query\": {}, \"properties\": {}}");

        for (HttpResponse<String> refused : List.of(task, list)) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("permission on");
        }
        assertThat(task.body()).contains("Tasks come from the relay");
        assertThat(list.body()).contains("The lists are the same for everybody");
    }

    @Test
    void engineT4_showsManagersTheHumanTasks() {
        manager.enterTasklist();
        for (String engine : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            assertThat(manager.get(engine + "/task/report/candidate-group-count")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(rep.get("/engine-rest/task/report/candidate-group-count").statusCode())
                .isEqualTo(403);
    }

    @Test
    void engineT5_letsManagersTryAFailedJobAgain() {
        String job = management
                .createJobQuery()
                .processInstanceId(offer.getProcessInstanceId())
                .list()
                .get(0)
                .getId();

        HttpResponse<String> again = manager.call("PUT /engine-rest/job/" + job + "/retries", "{\"retries\": 3}");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(204);
        HttpResponse<String> refused = rep.call("PUT /engine-rest/job/" + job + "/retries", "{\"retries\": 3}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest/task/gone",
                "GET /engine-rest/task/gone/variables",
                "GET /engine-rest/task/gone/form-variables",
                "GET /engine-rest/task/gone/deployed-form",
                "GET /engine-rest/task/gone/identity-links",
                "GET /engine-rest/task/gone/localVariables",
                "POST /engine-rest/task/gone/claim",
                "POST /engine-rest/task/gone/complete",
                "POST /engine-rest/task/gone/submit-form",
                "GET /engine-rest/process-instance/gone/variables",
                "GET /engine-rest/process-instance/gone/activity-instances",
                "GET /engine-rest/execution/gone/localVariables",
            })
    void engineT7_saysThatATaskIsGone(String route) {
        HttpResponse<String> gone = new Caller(port, "manager-1").call(route, route.startsWith("POST") ? "{}" : "");

        assertThat(gone.statusCode()).as(gone.body()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sam.rivers", "sam@x.example", "sam_rivers", "Sam-1"})
    void engineT8_takesPeopleAsADirectoryNamesThem(String id) {
        Caller admin = new Caller(port, "admin");
        assertThat(admin.postJson("/engine-rest/user/create", """
                                {"profile": {"id": "%s", "firstName": "Sam", "lastName": "Rivers", "email": "s@x.example"},
                                 "credentials": {"password": "long-enough-for-anybody-7"}}""".formatted(id)).statusCode())
                .isEqualTo(204);
        assertThat(admin.call("PUT /engine-rest/group/sales-support/members/" + id)
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.call("DELETE /engine-rest/user/" + id).statusCode()).isEqualTo(204);
    }
}
