package org.batonrelay.backward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Leg;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A lead that was captured before a way back was drawn: its relay is the picture of that time, the legs that it calls
 * and the forms are today's. Whoever wants to send it back hears that it cannot, and what to do instead.
 */
class OlderRelayTests extends RunningLeg {

    private static final String SENTENCE = "This lead runs on an older model, in which nothing goes back";
    private static final Map<String, Object> WHY =
            Map.of("sendBackReason", "wrong-contact", "sendBackNote", "Anna decides nothing; ask for Mr Roth");

    private List<Deployment> deployed = List.of();

    @BeforeEach
    void aLeadBeganOnTheOlderPicture() throws IOException {
        Deployment older = deploys(Path.of("src/test/resources/older/relay.bpmn"));
        lead = aLeadInRelay();
        deployed = List.of(deploys(Path.of("bpmn/relay.bpmn")), older);
        assertThat(definitionOf(relay()).getDeploymentId())
                .as("the newer picture is for new leads")
                .isEqualTo(older.getId());
    }

    @AfterEach
    void theOlderPictureGoes() {
        deployed.forEach(it -> engine.getRepositoryService().deleteDeployment(it.getId(), true));
    }

    private Deployment deploys(Path model) throws IOException {
        return engine.getRepositoryService()
                .createDeployment()
                .addString("relay.bpmn", Files.readString(model))
                .deploy();
    }

    private ProcessInstance relay() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey("relay")
                .singleResult();
    }

    private ProcessDefinition definitionOf(ProcessInstance instance) {
        return engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
    }

    private void dealRuns() {
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));
        completes("sdr-1", "writeSummary", aSummary());
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().leg()).isEqualTo(Leg.DEAL);
    }

    @Test
    void b1_offersNoWayBackThatTheRelayDoesNotKnowAndGoesOnAsItAlwaysDid() {
        dealRuns();
        Map<String, Object> back = new HashMap<>(WHY);
        back.put("dealDecision", "send-back");

        assertThat(tasks.getVariable(task(lead.value(), "workDeal").getId(), "noWayBack"))
                .isEqualTo(true);
        assertThatThrownBy(() -> completes("ae-1", "workDeal", back))
                .as("the list has no such choice")
                .hasStackTraceContaining("'What next?' must be one of");
        runtime.setVariable(task(lead.value(), "workDeal").getExecutionId(), "noWayBack", null);
        assertThatThrownBy(() -> completes("ae-1", "workDeal", back))
                .as("a task that is older than the form as well")
                .hasStackTraceContaining(SENTENCE)
                .hasStackTraceContaining("Ask an earlier runner");

        assertThat(onRecord()).doesNotContain("leg.sent-back");
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        assertThat(open()).containsExactly("takeBaton");
    }

    @Test
    void m5_leavesALeadWithItsAeWhenNobodyCameToAnyOfThreeTimes() {
        dealRuns();
        for (int time = 1; time <= 2; time++) {
            fires("meetingHeld");
            completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show", "newMeetingOn", time(10 + time)));
        }
        fires("meetingHeld");

        assertThatThrownBy(() -> completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show")))
                .hasStackTraceContaining(SENTENCE);

        assertThat(onRecord()).doesNotContain("leg.sent-back");
        completes("ae-1", "workDeal", Map.of("dealDecision", "lost", "lostReason", "Nobody ever came"));
        assertThat(open()).isEmpty();
    }

    @Test
    void b1_tellsTheCsmThatTheDealCannotHaveItBack() {
        dealRuns();
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        completes("csm-1", "takeBaton", Map.of("decision", "accept", "readyOn", day(9)));
        Map<String, Object> why =
                Map.of("reference", lead.value(), "sendBackReason", "contact-gone", "sendBackNote", "She has left");
        String sendBack = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("send-back")
                .latestVersion()
                .singleResult()
                .getId();

        assertThatThrownBy(() -> as("csm-1", () -> engine.getFormService().submitStartForm(sendBack, why)))
                .hasStackTraceContaining(SENTENCE);

        assertThat(baton().leg()).isEqualTo(Leg.ONBOARDING);
        assertThat(onRecord()).doesNotContain("leg.sent-back");
    }
}
