package org.batonrelay.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.batonrelay.mail.Wording;
import org.batonrelay.mail.Wordings;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a deployment, by whatever way it comes, and who hears of it. */
class DeployingTests extends RunningBaton {

    private static final String OTHER = "owner-of-rules";
    private static final String MAIL = "answer.xy.md";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DeployedTexts texts;

    @Autowired
    private Wordings wordings;

    private final HttpClient client = HttpClient.newHttpClient();
    private List<String> before = List.of();

    @BeforeEach
    void anotherProcessOwner() {
        before = deployments();
        if (identity.createUserQuery().userId(OTHER).count() == 0) {
            User other = identity.newUser(OTHER);
            other.setFirstName("Olga");
            other.setLastName("Owner");
            other.setEmail(OTHER + "@baton.example");
            other.setPassword("a long password of Olga's");
            identity.saveUser(other);
            identity.createMembership(OTHER, "process-owner");
        }
    }

    @AfterEach
    void nothingOfThisStays() {
        deployments().stream().filter(it -> !before.contains(it)).forEach(it -> repository.deleteDeployment(it, true));
    }

    @Test
    void refusesAllWhereOneFileIsWrongAndSaysWhyOneALine() throws Exception {
        HttpResponse<String> answer = deploy(
                "process-owner-1",
                Map.of(),
                Map.of(
                        MAIL,
                        "Subject: x\n\n{{nobody}}\n",
                        "answer.xz.md",
                        "Subject: x\n\n{{text}}\n",
                        "x.form",
                        "{\"id\": \"x\", \"components\": [{\"type\": \"filepicker\", \"label\": \"Offer\"}]}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("answer.xy.md: shows {{nobody}}"))
                .anyMatch(line -> line.startsWith("x.form, 'Offer': "));
        assertThat(deployments()).isEqualTo(before);
        assertThat(texts.latest("forms/mails/answer.xz.md")).isEmpty();
    }

    @Test
    void refusesItInCockpitsAndInJavasWayAsWell() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(MAIL, "no subject")
                        .deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageStartingWith("answer.xy.md: must begin with a line 'Subject: ...'");
    }

    @Test
    void nobodyFromOutsideCallsTheirsABuild() throws Exception {
        HttpResponse<String> answer =
                deploy("process-owner-1", Map.of("deployment-source", "baton build"), Map.of(MAIL, "no subject"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is for what comes with Baton's own builds");
    }

    @Test
    void engineM2_refusesATenant() throws Exception {
        HttpResponse<String> answer = deploy(
                "process-owner-1",
                Map.of("tenant-id", "north"),
                Map.of("relay.bpmn", Files.readString(Path.of("bpmn/relay.bpmn"))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).singleElement().asString().contains("There are no tenants", "'north'", "Tenant ID");
        assertThat(deployments()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doorsD5_refusesWhatIsTooLargeBeforeItIsRead(boolean saysHowLarge) throws Exception {
        byte[] large = new byte[6 * 1024 * 1024];
        HttpRequest.BodyPublisher body = saysHowLarge
                ? HttpRequest.BodyPublishers.ofByteArray(large)
                : HttpRequest.BodyPublishers.ofByteArrays(List.of(large, large));
        HttpResponse<String> answer = send(request("process-owner-1")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(body));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 5 MB");
    }

    @Test
    void engineM10_theSentFileIsTheLiveOneAndBothOwnersAreTold() throws Exception {
        String theirs = "Subject: Mine\n\n{{text}}\n";
        String others = "Subject: Olga's\n\n{{text}}\n";
        Map<String, String> asModeler = Map.of(
                "deployment-name", "mail of a test",
                "deployment-source", "Camunda Modeler",
                "enable-duplicate-filtering", "true",
                "deploy-changed-only", "true");
        assertThat(deploy("process-owner-1", asModeler, Map.of(MAIL, theirs)).statusCode())
                .isEqualTo(200);
        Map<String, String> asOlga = new LinkedHashMap<>(asModeler);
        asOlga.put("deployment-name", "Olga's");
        as(
                OTHER,
                () -> repository
                        .createDeployment()
                        .name("Olga's")
                        .addString(MAIL, others)
                        .enableDuplicateFiltering(true)
                        .deploy());
        assertThat(texts.latest("forms/mails/" + MAIL)).contains(others);

        HttpResponse<String> again = deploy("process-owner-1", asModeler, Map.of(MAIL, theirs));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(texts.latest("forms/mails/" + MAIL)).contains(theirs);
        runErrands("file-replaced");
        for (String owner : List.of(OTHER, "process-owner-1")) {
            Mail mail = mailbox.latest(owner + "@baton.example", "answer.xy.md: the version of");
            assertThat(mail.text()).contains("is live now", "Olga Owner");
        }
        int live = deployments().size();
        assertThat(deploy("process-owner-1", asModeler, Map.of(MAIL, theirs)).statusCode())
                .isEqualTo(200);
        assertThat(deployments())
                .as("what is live already is not deployed again")
                .hasSize(live);
    }

    @Test
    void engineM8_theLastGoodMailCountsAndItsOwnerAndTheManagersAreToldOnce() {
        lies("Subject: Good\n\n{{text}}\n");
        lies("Subject: Bad\n\n{{txet}}\n");

        for (int i = 0; i < 2; i++) {
            Wording wording = wordings.of("answer", Locale.forLanguageTag("xy"), Map.of("text", "Yes"));
            assertThat(wording.subject()).isEqualTo("Good");
            assertThat(wording.markdown()).contains("Yes");
            runErrands("file-unusable");
        }

        assertThat(mailbox.of("manager-1@baton.example"))
                .filteredOn(mail -> mail.subject().contains("answer.xy.md cannot be used"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("{{txet}}", "Did you mean {{text}}?"));
    }

    /** Past the rules, as what was deployed before there were any. */
    private void lies(String text) {
        repository
                .createDeployment()
                .source("baton build")
                .addString(MAIL, text)
                .deploy();
    }

    @Test
    void doorsD1_atRunTimeNothingElseResolvesWhoeverDeployedIt() {
        assertThatThrownBy(() -> runs("camunda:expression=\"${clock.instant()}\""))
                .hasMessageContaining("clock");
        assertThatThrownBy(() -> runs("camunda:expression=\"${'text'.length()}\""))
                .hasMessageContaining("length");
        assertThatThrownBy(() -> runs("camunda:expression=\"${'text'.class}\"")).hasMessageContaining("class");
        assertThatThrownBy(() -> runs("camunda:delegateExpression=\"${clock}\""))
                .hasMessageContaining("clock");
        assertThatThrownBy(() -> runs("camunda:class=\"org.batonrelay.rules.DeployingTests\""))
                .hasMessageContaining("does what no model may do");
        assertThatThrownBy(() -> runs("camunda:type=\"external\" camunda:topic=\"x\""))
                .hasMessageContaining("The step 'Try' of the model");
        runs("camunda:expression=\"${execution.hasVariable('x') ? 1 : execution.processInstanceId}\"");
    }

    @Test
    void doorsD1_aListOfTasksKnowsItsReaderAndTheTimeAndNothingElse() {
        assertThat(listed("${currentUser()}", "${dateTime().minusYears(50)}")).isEmpty();
        assertThatThrownBy(() -> listed("${clock.toString()}", "${now()}")).hasMessageContaining("clock");
        assertThatThrownBy(() -> listed("${now().toString()}", "${now()}")).hasMessageContaining("toString");
    }

    private List<?> listed(String assignee, String dueBefore) {
        Filter filter = engine.getFilterService().newTaskFilter("of a test " + assignee);
        filter.setQuery(tasks.createTaskQuery().taskAssigneeExpression(assignee).dueBeforeExpression(dueBefore));
        engine.getFilterService().saveFilter(filter);
        try {
            return as("admin", () -> engine.getFilterService().list(filter.getId()));
        } finally {
            engine.getFilterService().deleteFilter(filter.getId());
        }
    }

    /** Past the rules, as what lies there from before there were any. */
    private void runs(String implementation) {
        repository
                .createDeployment()
                .source("baton build")
                .addString("rules-test.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                          <process id="rules-test" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                            <serviceTask id="t" name="Try" %s/>
                          </process>
                        </definitions>
                        """.formatted(implementation))
                .deploy();
        runtime.startProcessInstanceByKey("rules-test");
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .sorted()
                .toList();
    }

    private void runErrands(String name) {
        for (Job job : management.createJobQuery().list()) {
            if (((JobEntity) job).getJobHandlerConfigurationRaw().startsWith(name + "\n")) {
                management.executeJob(job.getId());
            }
        }
    }

    private static List<String> message(HttpResponse<String> answer) throws IOException {
        return List.of(new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer.body())
                .path("message")
                .asText()
                .split("\n"));
    }

    private HttpRequest.Builder request(String user) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest/deployment/create"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As Modeler does. */
    private HttpResponse<String> deploy(String user, Map<String, String> fields, Map<String, String> files)
            throws IOException, InterruptedException {
        List<String> parts = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("deployment-name", "rules of a test");
        all.forEach((name, value) ->
                parts.add("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        files.forEach((name, text) -> parts.add("--x\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n"));
        return send(request(user)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("", parts) + "--x--\r\n")));
    }
}
