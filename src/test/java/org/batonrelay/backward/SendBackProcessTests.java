package org.batonrelay.backward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leg goes back to the one before: the same relay, the same baton, a reason that nobody has to ask for. */
class SendBackProcessTests extends RunningLeg {

    @Autowired
    private Promises promises;

    private static final Map<String, Object> WHY =
            Map.of("sendBackReason", "wrong-contact", "sendBackNote", "Anna decides nothing; ask for Mr Roth");

    /** A deal that sdr-1 has qualified and ae-1 runs. */
    private void dealRuns() {
        lead = aLeadInRelay();
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        qualifies();
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().leg()).isEqualTo(Leg.DEAL);
    }

    private void qualifies() {
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));
        completes("sdr-1", "writeSummary", aSummary());
    }

    private void onboardingRuns() {
        dealRuns();
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        completes("csm-1", "takeBaton", Map.of("decision", "accept", "readyOn", day(9)));
        assertThat(baton().leg()).isEqualTo(Leg.ONBOARDING);
    }

    private void sendsBack(String person, Map<String, Object> why) {
        var values = new HashMap<>(why);
        values.put("reference", lead.value());
        as(person, () -> processes("send-back", values));
    }

    private void processes(String key, Map<String, Object> values) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        engine.getFormService().submitStartForm(definition, values);
    }

    private List<String> offeredTo() {
        return tasks.getIdentityLinksForTask(task(lead.value(), "takeBaton").getId()).stream()
                .map(link -> link.getUserId() == null ? "group:" + link.getGroupId() : link.getUserId())
                .toList();
    }

    private String card(String task) {
        return String.valueOf(tasks.getVariableLocal(task(lead.value(), task).getId(), "card"));
    }

    @Test
    void b1_sendsALeadBackToWhoQualifiedItWithAReasonAndADueDate() {
        dealRuns();
        String relay = relayInstance();

        completes("ae-1", "workDeal", back(WHY));

        assertThat(baton().holder()).as("until it is taken").isEqualTo(Holder.person("ae-1"));
        Task offer = task(lead.value(), "takeBaton");
        assertThat(offeredTo()).containsExactly("sdr-1");
        assertThat(offer.getDueDate()).isNotNull();
        assertThat(card("takeBaton")).contains("wrong contact").contains("ask for Mr Roth");
        assertThat(lastOnRecord("leg.sent-back").leg()).isEqualTo("deal");
        assertThat(lastOnRecord("leg.sent-back").actor()).isEqualTo("ae-1");
        assertThat(lastOnRecord("leg.sent-back").detail())
                .containsEntry("reason", "wrong-contact")
                .containsEntry("note", "Anna decides nothing; ask for Mr Roth");
        assertThat(lastOnRecord("handoff.offered").exchange()).isEqualTo("marketing-to-sdr");
        noticesRun();
        Mail told = mailbox.latest("sdr-1@baton.example", "is offered to you");
        assertThat(told.text()).contains("back").contains("ask for Mr Roth");

        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));

        assertThat(baton().holder()).isEqualTo(Holder.person("sdr-1"));
        assertThat(baton().leg()).isEqualTo(Leg.QUALIFICATION);
        assertThat(open()).containsExactly("qualifyLead");
        assertThat(card("qualifyLead")).contains("ask for Mr Roth");
        assertThat(baton().nextStepOn()).as("the meeting is off").isNull();
        assertThat(relayInstance()).as("the same relay").isEqualTo(relay);
        assertThat(onRecord().stream().filter("lead.captured"::equals)).hasSize(1);
    }

    @Test
    void b1_comesForwardAgainToWhoSentItBackAndTheReasonIsGone() {
        dealRuns();
        completes("ae-1", "workDeal", back(WHY));
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));

        qualifies();

        assertThat(offeredTo()).containsExactly("ae-1");
        assertThat(card("takeBaton")).doesNotContain("Mr Roth");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(open()).containsExactly("workDeal");
    }

    @Test
    void b1_isNotOnOfferInADealThatBeganBeforeItWasDrawn() throws IOException {
        String model = Files.readString(Path.of("bpmn/deal.bpmn"));
        Deployment older = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "older.bpmn",
                        model.replace("id=\"deal\"", "id=\"older-deal\"")
                                .replace("bpmnElement=\"deal\"", "bpmnElement=\"older-deal\"")
                                .replace("'send-back'", "'nothing-yet'"))
                .deploy();
        try {
            runs("older-deal", Leg.DEAL, "ae-1", Map.of());

            assertThat(tasks.getVariable(task(lead.value(), "workDeal").getId(), "noWayBack"))
                    .isEqualTo(true);
            assertThatThrownBy(() -> completes("ae-1", "workDeal", back(WHY)))
                    .hasStackTraceContaining("'What next?' must be one of: meeting, summary, support, contract,"
                            + " information, won, later, lost");
            runtime.setVariable(task(lead.value(), "workDeal").getExecutionId(), "noWayBack", null);
            assertThatThrownBy(() -> completes("ae-1", "workDeal", back(WHY)))
                    .as("a task that is older than the form as well")
                    .hasStackTraceContaining("This lead runs on an older model");

            assertThat(open()).containsExactly("workDeal");
            assertThat(onRecord()).doesNotContain("leg.sent-back");
        } finally {
            engine.getRepositoryService().deleteDeployment(older.getId(), true);
        }
    }

    @Test
    void b1_refusesToSendBackWithoutACodeOrAWord() {
        dealRuns();

        assertThatThrownBy(() -> completes("ae-1", "workDeal", Map.of("dealDecision", "send-back")))
                .hasStackTraceContaining("Why does it go back?");
        assertThatThrownBy(() -> completes(
                        "ae-1",
                        "workDeal",
                        Map.of("dealDecision", "send-back", "sendBackReason", "not-ready", "sendBackNote", " ")))
                .hasStackTraceContaining("What is missing?");
        assertThatThrownBy(() -> completes(
                        "ae-1",
                        "workDeal",
                        Map.of("dealDecision", "send-back", "sendBackReason", "mood", "sendBackNote", "no")))
                .isNotNull();

        assertThat(open()).containsExactly("workDeal");
        assertThat(onRecord()).doesNotContain("leg.sent-back");
    }

    @Test
    void b1_callsOffWhatWasAgreedForTheDealAndTellsTheClient() {
        dealRuns();
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingOn", time(9)));
        fires("inviteToMeeting");

        completes("ae-1", "workDeal", back(WHY));
        errandsRun();

        assertThat(mailbox.latest(client(), "our meeting").calendar()).contains("METHOD:CANCEL");
        assertThat(mailbox.of(client()))
                .allSatisfy(mail -> assertThat(mail.visible()).doesNotContain("Mr Roth"));
    }

    @Test
    void b1_invitesAgainWhenTheSameTimeIsAgreedAgain() {
        dealRuns();
        fires("inviteToMeeting");
        completes("ae-1", "workDeal", back(WHY));
        errandsRun();
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));

        qualifies();
        fires("inviteToMeeting");
        fires("sendSummaryEmail");

        Mail invited = mailbox.latest(client(), "our meeting");
        assertThat(invited.subject()).doesNotContain("Cancelled");
        assertThat(invited.calendar()).contains("METHOD:REQUEST");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        fires("meetingHeld");
        assertThat(open()).containsExactly("workDeal", "writeSummary");
    }

    @Test
    void b1_routesItAsUsualWhenNobodyIsLeftWhoQualifiedIt() {
        dealRuns();
        identity.deleteMembership("sdr-1", "sdr");
        try {
            completes("ae-1", "workDeal", back(WHY));
        } finally {
            identity.createMembership("sdr-1", "sdr");
        }

        assertThat(lastOnRecord("lead.routed").detail()).containsEntry("receiver", "group:sdr");
        assertThat(lastOnRecord("handoff.offered").detail()).containsEntry("receiver", "group:sdr");
        assertThat(offeredTo()).doesNotContain("sdr-1");
    }

    @Test
    void b1_givesACustomerBackFromOnboardingToWhoRanTheDeal() {
        onboardingRuns();
        fires("planOnboarding");

        sendsBack("csm-1", Map.of("sendBackReason", "promise-impossible", "sendBackNote", "Nobody can go live in May"));

        assertThat(baton().holder()).isEqualTo(Holder.person("csm-1"));
        assertThat(offeredTo()).containsExactly("ae-1");
        assertThat(lastOnRecord("handoff.offered").exchange()).isEqualTo("sdr-to-ae");
        assertThat(lastOnRecord("leg.finished").detail()).containsEntry("outcome", "send-back");
        assertThat(open()).as("nothing of the onboarding is left").containsExactly("takeBaton");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().leg()).isEqualTo(Leg.DEAL);
        assertThat(open()).as("the first meeting is long over").containsExactly("workDeal");
        assertThat(card("workDeal")).contains("Nobody can go live in May");

        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        assertThat(offeredTo()).as("who had begun to onboard it").containsExactly("csm-1");
        completes("csm-1", "takeBaton", Map.of("decision", "accept", "readyOn", day(9)));
        fires("planOnboarding");
        assertThat(promises.of(lead))
                .as("planned once, however often they begin")
                .extracting(Promise::what)
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(open()).contains("keepPromise");
    }

    @Test
    void b1_refusesWhoDoesNotHoldTheLeadAndALegThatHasNoWayBack() {
        dealRuns();

        assertThatThrownBy(() -> sendsBack("csm-1", onboardingWhy())).hasStackTraceContaining("no lead " + lead);
        assertThatThrownBy(() -> sendsBack("ae-1", onboardingWhy())).hasStackTraceContaining("Back to the SDR");
        completes("ae-1", "workDeal", back(WHY));
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        assertThatThrownBy(() -> sendsBack("sdr-1", onboardingWhy())).hasStackTraceContaining("not being onboarded");

        assertThat(onRecord().stream().filter("leg.sent-back"::equals)).hasSize(1);
        assertThat(baton().state()).isEqualTo(Baton.State.RUNNING);
    }

    @Test
    void m5_returnsALeadToItsSdrWhenNobodyCameToAnyOfThreeTimes() {
        dealRuns();
        for (int time = 1; time <= 2; time++) {
            fires("meetingHeld");
            completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show", "newMeetingOn", time(10 + time)));
        }
        fires("meetingHeld");

        completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show"));

        assertThat(offeredTo()).containsExactly("sdr-1");
        assertThat(lastOnRecord("leg.sent-back").detail()).containsEntry("reason", "no-show");
        assertThat(card("takeBaton")).contains("no show");
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(open()).containsExactly("qualifyLead");
        assertThat(baton().holder()).isEqualTo(Holder.person("sdr-1"));
    }

    private static Map<String, Object> onboardingWhy() {
        return Map.of("sendBackReason", "contact-gone", "sendBackNote", "She has left");
    }

    private static Map<String, Object> back(Map<String, Object> why) {
        var values = new HashMap<String, Object>(why);
        values.put("dealDecision", "send-back");
        return values;
    }

    private void noticesRun() {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .flatMap(it -> management.createJobQuery().processInstanceId(it.getId()).messages().list().stream())
                .filter(job -> "errand".equals(((JobEntity) job).getJobHandlerType()))
                .forEach(job -> management.executeJob(job.getId()));
    }

    private String relayInstance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey("relay")
                .singleResult()
                .getId();
    }
}
