package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a task goes to, and who may then see it. */
class ReceiversTests extends RunningBaton {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private AuthorizationService authorizations;

    private String deployment = "";

    @BeforeEach
    void aModelNamesReceivers() {
        deployment = repository
                .createDeployment()
                .addString("receivers.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="receivers" isExecutable="true">
                    <startEvent id="started"/><sequenceFlow id="f" sourceRef="started" targetRef="take"/>
                    <userTask id="take" camunda:assignee="${holder}" camunda:candidateUsers="${receivers}"/>
                  </process>
                </definitions>
                """)
                .deploy()
                .getId();
    }

    @AfterEach
    void nothingOfThisStays() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void assignsATaskToAPerson() {
        Task task = taskFor("sdr-1", "");

        assertThat(task.getAssignee()).isEqualTo("sdr-1");
        assertThat(candidates(task)).isEmpty();
    }

    @Test
    void offersATaskOfAGroupToTheGroup() {
        Task task = taskFor("group:sdr", "");

        assertThat(task.getAssignee()).isNull();
        assertThat(candidates(task)).containsExactly("group sdr");
    }

    @Test
    void offersATaskToPeopleAndGroupsTogether() {
        Task task = taskFor(null, "sdr-1, group:ae,sdr-2");

        assertThat(candidates(task)).containsExactlyInAnyOrder("sdr-1", "sdr-2", "group ae");
    }

    @Test
    void takesReceiversFromAListToo() {
        Task task = taskFor(null, List.of("sdr-1", "group:ae"));

        assertThat(candidates(task)).containsExactlyInAnyOrder("sdr-1", "group ae");
    }

    @Test
    void writesNoGrantForWhoIsInTheHouse() {
        Task task = taskFor("sdr-1", "sdr-2,group:ae");

        assertThat(grants(task)).isEmpty();
    }

    @Test
    void grantsAPartnerExactlyTheTaskThatIsOffered() {
        Task offered = taskFor(null, "group:partner");
        Task other = taskFor(null, "group:sdr");

        List<Task> seen = as(
                "partner-1",
                () -> tasks.createTaskQuery().processDefinitionKey("receivers").list());

        assertThat(seen).extracting(Task::getId).containsExactly(offered.getId());
        assertThat(grants(other)).isEmpty();
    }

    @Test
    void letsAPartnerClaimAndTakesTheSightBackWithTheTask() {
        Task task = taskFor(null, "partner-1");
        as("partner-1", () -> tasks.claim(task.getId(), "partner-1"));

        tasks.deleteCandidateUser(task.getId(), "partner-1");
        tasks.setAssignee(task.getId(), "sdr-1");

        assertThat(grants(task)).isEmpty();
        assertThat(as(
                        "partner-1",
                        () -> tasks.createTaskQuery().taskId(task.getId()).count()))
                .isZero();
    }

    private Task taskFor(Object holder, Object receivers) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("holder", holder);
        variables.put("receivers", receivers);
        String instance =
                runtime.startProcessInstanceByKey("receivers", variables).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals("candidate"))
                .map(ReceiversTests::name)
                .toList();
    }

    private static String name(IdentityLink link) {
        return link.getUserId() != null ? link.getUserId() : "group " + link.getGroupId();
    }

    private List<?> grants(Task task) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list();
    }
}
