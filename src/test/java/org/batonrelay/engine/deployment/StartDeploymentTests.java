package org.batonrelay.engine.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ExtendWith(OutputCaptureExtension.class)
class StartDeploymentTests extends RunningBaton {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private StartDeployment start;

    @Autowired
    private DeployedVersions versions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private AuthorizationService authorizations;

    @AfterEach
    void nothingOfThisStays() {
        authorizations.createAuthorizationQuery().userIdIn("owner-x").list().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                        .anyMatch(name -> name.contains("start-deployment")))
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    private void mayDeploy(String person) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(person);
        grant.setResource(Resources.DEPLOYMENT);
        grant.setResourceId("*");
        grant.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(grant);
    }

    @Test
    void deploysWhatABuildBringsForTheFirstTime() {
        start.deploy(List.of(process("one"), form("one"), text("one")));

        assertThat(latest(process(""))).contains("one");
        assertThat(latest(form(""))).contains("one");
        assertThat(latest(text(""))).isEqualTo("one");
    }

    @Test
    void deploysNothingWhenTheSameBuildStartsAgain() {
        start.deploy(List.of(process("one"), form("one")));
        long before = repository.createDeploymentQuery().count();

        start.deploy(List.of(process("one"), form("one")));

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void deploysOnlyTheFileThatTheNextBuildHasChanged() {
        start.deploy(List.of(process("one"), form("one")));

        start.deploy(List.of(process("one"), form("two")));

        assertThat(latest(form(""))).contains("two");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("start-deployment")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void leavesTheVersionOfAPersonTheLatestAndSaysSo(CapturedOutput log) {
        start.deploy(List.of(process("one")));
        mayDeploy("owner-x");
        as(
                "owner-x",
                () -> repository
                        .createDeployment()
                        .source("Camunda Modeler")
                        .addInputStream("start-deployment.bpmn", stream(process("theirs")))
                        .deploy());

        start.deploy(List.of(process("one")));
        assertThat(latest(process(""))).contains("theirs");
        assertThat(log).contains("bpmn/start-deployment.bpmn: the version that owner-x deployed on");
        assertThat(log).doesNotContain("NOT in use");

        start.deploy(List.of(process("two")));
        assertThat(latest(process(""))).contains("theirs");
        assertThat(log).contains("This build brings a new version of it, which is NOT in use");
    }

    @Test
    void leavesWhatModelerDeployedOverHttpTheLatest(CapturedOutput log) {
        start.deploy(List.of(process("one")));
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "start-deployment");
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("deploy-changed-only", "true");
        parts.add(
                "start-deployment.bpmn", new ByteArrayResource(process("theirs").content()) {
                    @Override
                    public String getFilename() {
                        return "start-deployment.bpmn";
                    }
                });

        assertThat(http.withBasicAuth("process-owner-1", "process-owner-1")
                        .postForEntity("/engine-rest/deployment/create", parts, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        start.deploy(List.of(process("two")));

        assertThat(latest(process(""))).contains("theirs");
        assertThat(log).contains("the version that process-owner-1 deployed on");
    }

    @Test
    void leavesTheTextOfAPersonTheLatest() {
        start.deploy(List.of(text("one")));
        repository
                .createDeployment()
                .addInputStream("answer.xx.md", stream(text("Subject: x\n\ntheirs")))
                .deploy();

        start.deploy(List.of(text("two")));

        assertThat(latest(text(""))).endsWith("theirs");
    }

    @Test
    void deploysAgainOnceThePersonsVersionIsWithdrawn() {
        start.deploy(List.of(form("one")));
        Deployment theirs = repository
                .createDeployment()
                .addInputStream("start-deployment.form", stream(form("theirs")))
                .deploy();
        start.deploy(List.of(form("two")));
        assertThat(latest(form(""))).contains("theirs");

        repository.deleteDeployment(theirs.getId());
        start.deploy(List.of(form("two")));

        assertThat(latest(form(""))).contains("two");
    }

    private String latest(BuildFile file) {
        return new String(versions.latest(file).orElseThrow().content(), UTF_8);
    }

    private static ByteArrayInputStream stream(BuildFile file) {
        return new ByteArrayInputStream(file.content());
    }

    private static BuildFile process(String name) {
        return file("bpmn/start-deployment.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="start-deployment" name="%s" isExecutable="true"><startEvent id="started"/></process>
                </definitions>
                """.formatted(name));
    }

    private static BuildFile form(String label) {
        return file(
                "forms/start-deployment.form",
                ("{\"id\": \"start-deployment\", \"schemaVersion\": 16, \"components\": [{\"type\": \"textfield\","
                                + " \"key\": \"x\", \"label\": \"%s\"}]}")
                        .formatted(label));
    }

    private static BuildFile text(String text) {
        return file("forms/mails/answer.xx.md", text);
    }

    private static BuildFile file(String name, String content) {
        return new BuildFile(name, content.getBytes(UTF_8));
    }
}
