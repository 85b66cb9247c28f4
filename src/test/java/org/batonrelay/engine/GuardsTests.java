package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.guard.ShutWays;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What people can and cannot do with a task over REST, the way that Tasklist goes too. */
class GuardsTests extends RunningBaton {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    private String deployment = "";
    private String task = "";

    @BeforeEach
    void aTaskIsOffered() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("engine/guarded.bpmn")
                .addClasspathResource("engine/guarded.form")
                .addClasspathResource("engine/guarded-start.form")
                .deploy()
                .getId();
        task = offer("");
    }

    @AfterEach
    void nothingOfThisStays() {
        repository.deleteDeployment(deployment, true);
    }

    // completing

    @Test
    void takesAnAnswerThatTheFormTakes() {
        claimed();

        assertThat(complete(Map.of("decision", "accept", "amount", 12.5, "on", "2026-12-24"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);

        assertThat(stored()).containsEntry("decision", "accept").containsEntry("amount", 12.5);
    }

    @Test
    void takesAnAnswerSubmittedAsTasklistDoes() {
        claimed();

        assertThat(post("sdr-1", "/task/" + task + "/submit-form", answer(Map.of("decision", "accept")))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void refusesAnEmptyAnswerAndNamesTheField() {
        claimed();

        refused(complete(Map.of()), 400, "'Your decision' is required.");
        refused(post("sdr-1", "/task/" + task + "/submit-form", Map.of()), 400, "'Your decision' is required.");
        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");
    }

    @Test
    void refusesACandidateWhoHasNotClaimed() {
        refused(complete(Map.of("decision", "accept")), 400, "Claim this task first");
    }

    @Test
    void refusesWhoeverIsNotTheAssigneeAnyMore() {
        claimed();
        tasks.setAssignee(task, "sdr-2");

        refused(complete(Map.of("decision", "accept")), 400, "Somebody else was faster");
        refused(
                post("admin", "/task/" + task + "/complete", answer(Map.of("decision", "accept"))),
                400,
                "Somebody else was faster");
        assertThat(theTask().getAssignee()).isEqualTo("sdr-2");
    }

    @Test
    void saysThatATaskIsGone() {
        claimed();
        tasks.complete(task);

        refused(complete(Map.of("decision", "accept")), 400, "Somebody else was faster");
        refused(
                post("sdr-1", "/task/" + task + "/submit-form", answer(Map.of("decision", "accept"))),
                400,
                "Somebody else was faster");
        refused(claim("sdr-1", "sdr-1"), 400, "Somebody else was faster");
        refused(post("sdr-1", "/task/" + task + "/unclaim", Map.of()), 400, "Somebody else was faster");
        refused(get("sdr-1", "/task/" + task + "/deployed-form"), 404, "Somebody else was faster");
    }

    @Test
    void saysThatATaskWasChangedInBetween() {
        task = offer("reassign");
        claimed();

        refused(complete(Map.of("decision", "accept")), 400, "Somebody else was faster");
        assertThat(theTask().getAssignee()).isEqualTo("sdr-2");
    }

    @Test
    void passesOnWhatAStepOfTheProcessRefuses() {
        task = offer("refuse");
        claimed();

        refused(complete(Map.of("decision", "accept")), 400, "The calendar of Acme is full until Friday.");
        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "ask"})
    void saysThatAFormNoLongerFitsItsModel(String afterwards) {
        task = offer(afterwards);
        claimed();

        refused(complete(Map.of("decision", "accept")), 400, "The form and the process do not fit together");
        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");
    }

    @Test
    void saysThatAProcessIsOnHold() {
        claimed();
        runtime.suspendProcessInstanceById(theTask().getProcessInstanceId());

        refused(complete(Map.of("decision", "accept")), 400, "on hold");
    }

    @Test
    void dropsWhatTheFormDoesNotContainOnlyShowsOrHides() {
        claimed();
        Map<String, Object> sent = new LinkedHashMap<>(Map.of(
                "decision", "accept", "shown", "altered", "reason", "late", "holder", "sdr-1", "computed", "altered"));

        assertThat(complete(sent).getStatusCode().value()).isEqualTo(204);

        assertThat(stored()).containsEntry("shown", "as it was").doesNotContainKeys("reason", "holder", "computed");
    }

    @Test
    void asksForARequiredFieldOnceItsConditionShowsIt() {
        claimed();

        refused(complete(Map.of("decision", "return")), 400, "'Why' is required.");
        assertThat(complete(Map.of("decision", "return", "reason", "brief too thin"))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void evaluatesConditionsOnProcessVariablesToo() {
        task = offer("");
        runtime.setVariable(theTask().getProcessInstanceId(), "big", true);
        claimed();

        refused(complete(Map.of("decision", "accept")), 400, "'Who signs' is required.");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        claimed();

        refused(
                complete(Map.of("decision", "perhaps", "amount", 3)),
                400,
                "'Your decision' must be one of: accept, return. 'Amount' must be 5 or more.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount  | String  | 12        | 'Amount' must be a number.",
                "amount  | Boolean | true      | 'Amount' must be a number.",
                "amount  | Double  | 12.555    | 'Amount' may have at most 2 digits",
                "amount  | Integer | 500       | 'Amount' must be 100 or less.",
                "on      | String  | tomorrow  | 'Start' must be a date, such as",
                "on      | String  | 2026-02-30| 'Start' must be a date, such as",
                "on      | Integer | 20261224  | 'Start' must be a date, such as",
                "on      | String  | +999999999-12-31 | 'Start' must lie between the years",
                "on      | String  | 0000-01-01| 'Start' must lie between the years",
                "email   | String  | anna@     | 'Mail' must be an e-mail address",
                "email   | String  | a b@c.de  | 'Mail' must be an e-mail address",
                "code    | String  | 12        | 'Code' does not look as it has to",
                "note    | String  | ab        | 'Note' needs at least 3 characters.",
                "note    | Integer | 12        | 'Note' must be a text.",
                "agreed  | String  | true      | 'Agreed' must be yes or no.",
                "who     | String  | nobody    | 'Who' must be one of: anna, bert.",
                "topics  | Json    | [\"x\"]   | 'Topics' must be a list of some of: price, time.",
                "topics  | String  | price     | 'Topics' must be a list of some of: price, time.",
                "topics  | Json    | {\"a\":1} | 'Topics' must be a list of some of: price, time.",
                "note    | Object  | x         | 'Note' must be a text."
            })
    void refusesAValueThatTheFieldCannotTake(String field, String type, String value, String sentence) {
        claimed();
        Object typed = type.equals("Integer") ? (Object) Integer.valueOf(value) : value;
        typed = type.equals("Double") ? (Object) Double.valueOf(value) : typed;
        typed = type.equals("Boolean") ? (Object) Boolean.valueOf(value) : typed;
        Map<String, Object> variable = new LinkedHashMap<>(Map.of("value", typed, "type", type));
        if (type.equals("Object")) {
            variable.put(
                    "valueInfo",
                    Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/json"));
        }

        Map<String, Object> variables = new LinkedHashMap<>(variables(Map.of("decision", "accept")));
        variables.put(field, variable);
        refused(post("sdr-1", "/task/" + task + "/complete", Map.of("variables", variables)), 400, sentence);
        assertThat(theTask()).isNotNull();
    }

    @Test
    void capsATextAtWhatCanBeStored() {
        claimed();

        refused(
                complete(Map.of("decision", "accept", "note", "x".repeat(4001))),
                400,
                "'Note' may have at most 4,000 characters, these are 4,001.");
        assertThat(complete(Map.of("decision", "accept", "note", "x".repeat(4000)))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void givesBackOnlyWhatWasStoredOfTheAnswer() {
        claimed();
        Map<String, Object> body = new LinkedHashMap<>(answer(Map.of("decision", "accept", "holder", "sdr-1")));
        body.put("withVariablesInReturn", true);

        assertThat(post("sdr-1", "/task/" + task + "/complete", body).getBody())
                .contains("decision")
                .doesNotContain("shown", "holder");
    }

    @Test
    void keepsWhatWasSentAsTransientAllTheSame() {
        claimed();
        Map<String, Object> decision =
                Map.of("value", "accept", "type", "String", "valueInfo", Map.of("transient", true));

        post("sdr-1", "/task/" + task + "/complete", Map.of("variables", Map.of("decision", decision)));

        assertThat(stored()).containsEntry("decision", "accept");
    }

    @Test
    void saysThatTheFormIsMissing() {
        task = offer("", "not-there");
        claimed();

        refused(complete(Map.of()), 400, "The form 'not-there' is not deployed.");
        assertThat(as("sdr-1", () -> {
                    try {
                        engine.getFormService().getDeployedTaskForm(task);
                        return "";
                    } catch (RuntimeException e) {
                        return e.getMessage();
                    }
                }))
                .isNotEmpty();
        refused(get("admin", "/task/" + task + "/deployed-form"), 404, "The form 'not-there' is not deployed.");
    }

    @Test
    void checksAgainstTheFormThatWasDeployedLast() {
        claimed();
        String later = repository
                .createDeployment()
                .addString("guarded.form", """
                        {"id": "guarded", "type": "default", "schemaVersion": 16, "components": [
                          {"type": "textfield", "key": "budget", "label": "Budget", "validate": {"required": true}}]}
                        """)
                .deploy()
                .getId();

        refused(complete(Map.of("decision", "accept")), 400, "'Budget' is required.");
        repository.deleteDeployment(later);
    }

    // claiming

    @Test
    void letsACandidateClaimAndGiveBack() {
        assertThat(claim("sdr-1", "sdr-1").getStatusCode().value()).isEqualTo(204);
        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");

        assertThat(post("sdr-1", "/task/" + task + "/unclaim", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(theTask().getAssignee()).isNull();
    }

    @Test
    void letsOnlyCandidatesClaim() {
        refused(claim("legal-1", "legal-1"), 403, "not offered to you");
        refused(claim("manager-1", "manager-1"), 403, "not offered to you");
        refused(claim("admin", "admin"), 403, "not offered to you");
        assertThat(theTask().getAssignee()).isNull();
    }

    @Test
    void letsNobodyClaimForSomebodyElse() {
        refused(claim("sdr-1", "sdr-2"), 403, "for themselves only");
    }

    @Test
    void tellsTheSlowerOfTwoWhoClaim() {
        claimed();

        refused(claim("sdr-2", "sdr-2"), 400, "Somebody else was faster");
        assertThat(claim("sdr-1", "sdr-1").getStatusCode().value()).isEqualTo(204);
        refused(post("sdr-2", "/task/" + task + "/unclaim", Map.of()), 400, "Somebody else was faster");
    }

    @Test
    void sendsNobodyAwayForWhatTheHouseDoesToTheTaskMeanwhile() {
        task = offer("touch");

        assertThat(claim("sdr-1", "sdr-1").getStatusCode().value()).isEqualTo(204);

        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");
        assertThat(theTask().getPriority()).isEqualTo(60);
    }

    // other ways of moving a task

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resolve            | {}",
                "delegate           | {\"userId\": \"sdr-2\"}",
                "assignee           | {\"userId\": \"sdr-2\"}",
                "bpmnError          | {\"errorCode\": \"relayGivenUp\"}",
                "bpmnEscalation     | {\"escalationCode\": \"any\"}",
                "identity-links     | {\"userId\": \"sdr-2\", \"type\": \"candidate\"}",
                "identity-links/delete | {\"groupId\": \"sdr\", \"type\": \"candidate\"}"
            })
    void shutsEveryOtherWayOfMovingATask(String way, String body) {
        claimed();

        for (String person : List.of("sdr-1", "sdr-2", "manager-1", "admin")) {
            assertThat(post(person, "/task/" + task + "/" + way, body)
                            .getStatusCode()
                            .value())
                    .as(person + " " + way)
                    .isEqualTo(403);
        }
        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");
    }

    @Test
    void letsNobodyEditOrDeleteATask() {
        claimed();

        for (String person : List.of("sdr-1", "admin")) {
            assertThat(send(HttpMethod.PUT, person, "/task/" + task, Map.of("assignee", "sdr-2"))
                            .getStatusCode()
                            .is4xxClientError())
                    .as(person)
                    .isTrue();
            assertThat(send(HttpMethod.DELETE, person, "/task/" + task, null)
                            .getStatusCode()
                            .is4xxClientError())
                    .as(person)
                    .isTrue();
        }
        assertThat(theTask().getAssignee()).isEqualTo("sdr-1");
    }

    @Test
    void letsNoRepChangeAVariable() {
        claimed();
        String instance = theTask().getProcessInstanceId();
        Map<String, Object> value = Map.of("value", "altered", "type", "String");

        for (String person : List.of("sdr-1", "manager-1")) {
            for (String path : List.of(
                    "/task/" + task + "/variables/shown",
                    "/task/" + task + "/localVariables/shown",
                    "/process-instance/" + instance + "/variables/shown")) {
                assertThat(send(HttpMethod.PUT, person, path, value)
                                .getStatusCode()
                                .is4xxClientError())
                        .as(person + " " + path)
                        .isTrue();
            }
        }
        assertThat(runtime.getVariable(instance, "shown")).isEqualTo("as it was");
    }

    // starting and moving processes

    @Test
    void startsAProcessByItsFormOnly() {
        String body = "{\"variables\": {\"name\": {\"value\": \"Acme\", \"type\": \"String\"}}}";
        refused(post("sdr-1", "/process-definition/key/guarded/start", body), 404, null);
        refused(post("manager-1", "/process-definition/key/guarded/start", body), 403, null);
        refused(post("admin", "/process-definition/key/guarded/start", body), 403, ShutWays.BY_ITSELF);
        refused(
                post("admin", "/process-definition/key/guarded/submit-form", Map.of()),
                400,
                "'Organisation' is required.");

        ResponseEntity<String> started = post(
                "admin",
                "/process-definition/key/guarded/submit-form",
                "{\"businessKey\": \"theirs-0001\", \"variables\": {\"name\": {\"value\": \"Acme\"},"
                        + " \"holder\": {\"value\": \"admin\"}}}");

        assertThat(started.getStatusCode().value()).isEqualTo(200);
        assertThat(started.getBody()).contains("\"businessKey\":null");
    }

    @Test
    void sendsNobodyAwayWhoseStartMeetsSomethingElseThatGoesOn() {
        String name = UUID.randomUUID() + " meets a race";

        assertThat(post("admin", "/process-definition/key/guarded/submit-form", answer(Map.of("name", name)))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void refusesToStartWhatHasNoStartForm() {
        refused(post("admin", "/process-definition/key/guarded-inside/submit-form", Map.of()), 403, ShutWays.BY_ITSELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdr-1", "manager-1", "admin"})
    void letsNobodySendMessagesAndSignals(String person) {
        String execution = theTask().getExecutionId();

        refused(post(person, "/message", Map.of("messageName", "closeRelay", "all", true)), 403, null);
        refused(post(person, "/signal", Map.of("name", "any")), 403, null);
        refused(post(person, "/condition", Map.of("variables", variables(Map.of("a", "b")))), 403, null);
        refused(post(person, "/execution/" + execution + "/signal", Map.of()), 403, null);
        refused(post(person, "/execution/" + execution + "/messageSubscriptions/any/trigger", Map.of()), 403, null);
    }

    @Test
    void letsAdministratorsMoveAnInstanceAndNobodyElse() {
        String path = "/process-instance/" + theTask().getProcessInstanceId() + "/modification";
        String body = "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"fill\"}]}";

        refused(post("sdr-1", path, body), 403, null);
        refused(post("manager-1", path, body), 403, null);
        assertThat(post("admin", path, body).getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void letsTheHouseDoItsWork() {
        tasks.setAssignee(task, "sdr-2");
        tasks.complete(task, Map.of("anything", "goes"));

        assertThat(stored()).containsEntry("anything", "goes");
    }

    @Test
    void letsAStepOfTheProcessSendMessagesWhileAPersonCompletes() {
        task = offer("message");
        claimed();

        assertThat(complete(Map.of("decision", "accept")).getStatusCode().value())
                .isEqualTo(204);
    }

    private String offer(String afterwards) {
        return offer(afterwards, "guarded");
    }

    private String offer(String afterwards, String form) {
        String instance = runtime.startProcessInstanceByKey(
                        "guarded",
                        Map.of(
                                "afterwards",
                                afterwards,
                                "form",
                                form,
                                "shown",
                                "as it was",
                                "big",
                                false,
                                "people",
                                Spin.JSON("[{\"value\": \"anna\", \"label\": \"Anna\"}, \"bert\"]")))
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private void claimed() {
        tasks.claim(task, "sdr-1");
    }

    private Task theTask() {
        return tasks.createTaskQuery().taskId(task).singleResult();
    }

    private Map<String, Object> stored() {
        String instance = history.createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
        Map<String, Object> stored = new LinkedHashMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach((HistoricVariableInstance variable) -> stored.put(variable.getName(), variable.getValue()));
        return stored;
    }

    private ResponseEntity<String> claim(String person, String forWhom) {
        return post(person, "/task/" + task + "/claim", Map.of("userId", forWhom));
    }

    private ResponseEntity<String> complete(Map<String, Object> values) {
        return post("sdr-1", "/task/" + task + "/complete", answer(values));
    }

    private static Map<String, Object> answer(Map<String, Object> values) {
        return Map.of("variables", variables(values));
    }

    private static Map<String, Object> variables(Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return variables;
    }

    private static void refused(ResponseEntity<String> answer, int status, String sentence) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).doesNotContain("Cannot ");
        if (sentence != null) {
            assertThat(answer.getBody()).contains(sentence);
        }
    }

    private ResponseEntity<String> get(String person, String path) {
        return send(HttpMethod.GET, person, path, null);
    }

    private ResponseEntity<String> post(String person, String path, Object body) {
        return send(HttpMethod.POST, person, path, body);
    }

    private ResponseEntity<String> send(HttpMethod method, String person, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(person, person)
                .exchange("/engine-rest" + path, method, new HttpEntity<>(body, headers), String.class);
    }
}
