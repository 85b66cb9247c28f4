package org.batonrelay.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what in the engine, tried as programs and clever people try it: over its REST API. */
class GroupRightsTests extends RunningBaton {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="tests"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="deployedByOwner" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/>
              </process>
            </definitions>
            """;

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    ObjectMapper json;

    /** Whoever holds a lead has a task of it, whichever model it is drawn in. */
    @Test
    void showsTheTasksOfEveryModelToWhoeverMayHoldALead() {
        List<String> withTasks = Stream.of(
                        Objects.requireNonNull(Path.of("bpmn").toFile().listFiles()))
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(".bpmn"))
                .filter(file -> read(file).contains("serTask id="))
                .map(file -> file.getFileName().toString().replace(".bpmn", ""))
                // the managers' alone, who read all
                .filter(model -> !model.equals("mend-relay"))
                .toList();

        assertThat(withTasks)
                .contains("handoff", "deal", "mail-bounced")
                .allSatisfy(model -> assertThat(engine.getAuthorizationService()
                                .createAuthorizationQuery()
                                .groupIdIn("ae")
                                .resourceType(Resources.PROCESS_DEFINITION)
                                .resourceId(model)
                                .hasPermission(ProcessDefinitionPermissions.READ_TASK)
                                .count())
                        .as(model)
                        .isPositive());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ae-1, 1",
        "sdr-1, 1",
        "marketing-1, 1",
        "csm-1, 1",
        "manager-1, 1",
        "admin, 1",
        "legal-1, 0",
        "partner-1, 0",
        "website, 0",
        "process-owner-1, 0"
    })
    void showsAnOfferToTheHouseAndToNobodyElse(String person, int tasksSeen) throws Exception {
        String lead = offered();
        JsonNode seen = json.readTree(caller(person)
                .call("GET /engine-rest/task/count?processInstanceBusinessKey=" + lead)
                .body());
        assertThat(seen.get("count").asInt()).isEqualTo(tasksSeen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ae-1", "sdr-1", "partner-1", "website", "manager-1", "process-owner-1"})
    void changesNothingPastTheProcess(String person) {
        String lead = offered();
        String task = "/engine-rest/task/" + task(lead, "takeBaton").getId();
        String instance =
                "/engine-rest/process-instance/" + task(lead, "takeBaton").getProcessInstanceId();
        String set = "{\"value\":\"stolen\",\"type\":\"String\"}";

        assertThat(caller(person).call("PUT " + task + "/variables/holder", set).statusCode())
                .isBetween(400, 499);
        assertThat(caller(person)
                        .call("PUT " + task + "/localVariables/card", set)
                        .statusCode())
                .isBetween(400, 499);
        assertThat(caller(person)
                        .call("PUT " + instance + "/variables/holder", set)
                        .statusCode())
                .isBetween(400, 499);
        assertThat(caller(person).call("DELETE " + instance).statusCode()).isBetween(400, 499);
        assertThat(caller(person)
                        .call(
                                "POST " + instance + "/modification",
                                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"batonAccepted\"}]}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(caller(person)
                        .call("POST " + task + "/assignee", "{\"userId\":\"" + person + "\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(caller(person)
                        .call(
                                "POST " + task + "/identity-links",
                                "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(caller(person)
                        .call("POST " + task + "/bpmnError", "{\"errorCode\":\"relayGivenUp\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(caller(person)
                        .call(
                                "POST /engine-rest/message",
                                "{\"messageName\":\"offerRecalled\",\"businessKey\":\"" + lead + "\"}")
                        .statusCode())
                .isBetween(400, 499);

        assertThat(task(lead, "takeBaton").getAssignee()).isNull();
        assertThat(runtime.createVariableInstanceQuery()
                        .variableValueEquals("holder", "stolen")
                        .count())
                .isZero();
    }

    @Test
    void letsProcessOwnersDeployAsModelerDoesAndReadWhatIsDeployed() {
        assertThat(deploy("process-owner-1", "deployedByOwner.bpmn", MODEL).statusCode())
                .isEqualTo(200);
        assertThat(caller("process-owner-1")
                        .call("GET /engine-rest/process-definition/key/deployedByOwner/xml")
                        .body())
                .contains("deployedByOwner");
        assertThat(caller("process-owner-1")
                        .call("GET /engine-rest/decision-definition/key/handoff-deadlines/xml")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdr-1", "manager-1", "partner-1", "website"})
    void letsNobodyElseDeploy(String person) {
        HttpResponse<String> answer = deploy(person, "notAllowed.bpmn", MODEL);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("does not have 'CREATE' permission");
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-1, true",
        "sdr-1, true",
        "ae-1, true",
        "csm-1, true",
        "customer-service-1, true",
        "manager-1, true",
        "legal-1, false",
        "partner-1, false",
        "website, false"
    })
    void offersTheStartOfARelayToFindersOfLeads(String person, boolean offered) {
        String startable = caller(person)
                .call("GET /engine-rest/process-definition?latestVersion=true&startablePermissionCheck=true&key=relay")
                .body();
        assertThat(startable.contains("\"key\":\"relay\"")).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-1, true",
        "sdr-1, true",
        "sales-support-1, true",
        "legal-1, true",
        "manager-1, true",
        "partner-1, false",
        "website, false"
    })
    void offersTheWaysBackToTheHouse(String person, boolean offered) {
        for (String way : new String[] {"call-back", "pass-on", "send-back"}) {
            String startable = caller(person)
                    .call("GET /engine-rest/process-definition?latestVersion=true&startablePermissionCheck=true&key="
                            + way)
                    .body();
            assertThat(startable.contains("\"key\":\"" + way + "\"")).isEqualTo(offered);
        }
    }

    @ParameterizedTest
    @CsvSource({"csm-1, true", "customer-service-1, true", "manager-1, true", "sdr-1, false", "partner-1, false"})
    void letsWhoeverLooksAfterCustomersStartTheirNextRelay(String person, boolean offered) {
        String startable = caller(person)
                .call("GET /engine-rest/process-definition?latestVersion=true&startablePermissionCheck=true"
                        + "&key=new-interest")
                .body();
        assertThat(startable.contains("\"key\":\"new-interest\"")).isEqualTo(offered);
    }

    @Test
    void letsManagersReadEveryInstanceAndDecision() {
        String lead = offered();
        assertThat(caller("manager-1")
                        .call("GET /engine-rest/process-instance/count?businessKey=" + lead)
                        .body())
                .contains("\"count\":1");
        assertThat(caller("manager-1")
                        .call("GET /engine-rest/history/activity-instance/count?processInstanceId="
                                + task(lead, "takeBaton").getProcessInstanceId())
                        .body())
                .doesNotContain("\"count\":0");
        assertThat(caller("manager-1")
                        .call("GET /engine-rest/decision-definition/key/handoff-deadlines")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsPeopleTheirOwnProfileOnly() {
        assertThat(caller("sdr-1").call("GET /engine-rest/user").body())
                .contains("sdr-1")
                .doesNotContain("sdr-2", "manager-1");
        assertThat(caller("sdr-1").call("DELETE /engine-rest/user/sdr-1").statusCode())
                .isEqualTo(403);
    }

    private String offered() {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", LocalDate.of(2027, 1, 4));
        Map<String, Object> variables = aLead.variables(lead);
        variables.putAll(
                Map.of("exchange", "sdr-to-ae", "giver", "sdr-1", "receiver", "group:ae", "priority", "normal"));
        runtime.startProcessInstanceByKey("handoff", lead.value(), variables);
        return lead.value();
    }

    private Caller caller(String person) {
        return new Caller(port, person);
    }

    /** Deploys a file as Modeler does. */
    private HttpResponse<String> deploy(String person, String name, String content) {
        String border = "----file";
        String body = part(border, "deployment-name\"", name)
                + part(border, "deploy-changed-only\"", "true")
                + part(border, "data\"; filename=\"" + name + "\"", content)
                + "--" + border + "--\r\n";
        return caller(person)
                .call(
                        "POST /engine-rest/deployment/create",
                        "multipart/form-data; boundary=" + border,
                        body.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String border, String field, String content) {
        return "--" + border + "\r\nContent-Disposition: form-data; name=\"" + field + "\r\n\r\n" + content + "\r\n";
    }
}
