package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.batonrelay.relay.Relays;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead in the middle of everything is lost: nobody goes on working on it, and everybody who helped hears of it once. */
class LeadEndsTests extends RunningLeg {

    @Autowired
    private Relays relays;

    private void everythingIsGoingOn() {
        lead = aLeadInRelay();
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));
        completes("sdr-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");
        fires("inviteToMeeting");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        completes("ae-1", "workDeal", Map.of("dealDecision", "contract", "dealValue", 1000, "closeOn", day(30)));
        errandsRun();
        tasks.claim(task(lead.value(), "reviewContract").getId(), "legal-1");
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("call-back")
                .latestVersion()
                .singleResult()
                .getId();
        as(
                "ae-1",
                () -> engine.getFormService()
                        .submitStartForm(
                                definition,
                                Map.of("reference", lead.value(), "question", "What did they say of the price?")));
        assertThat(open()).contains("workDeal", "reviewContract", "answerCallBack");
    }

    private List<String> told(String address, String subject) {
        return mailbox.of(address).stream()
                .filter(mail -> lead.value().equals(mail.header("X-Baton-Lead")))
                .filter(mail -> mail.subject().contains(subject))
                .map(mail -> mail.subject())
                .toList();
    }

    private void isOverForEverybody() {
        assertThat(open()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(lead.value())
                        .list())
                .as("only the relay itself, which still tells marketing")
                .hasSize(1);
        List<Job> waiting =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                        .flatMap(it ->
                                management.createJobQuery().processInstanceId(it.getId()).timers().list().stream())
                        .toList();
        assertThat(waiting).as("timers").isEmpty();
        errandsRun();
        notAgain();
        assertThat(told("legal-1@baton.example", "no contract review needed")).hasSize(1);
        assertThat(told("sdr-1@baton.example", "no longer needed")).hasSize(1);
        assertThat(told(client(), "Cancelled:")).hasSize(1);
        assertThat(mailbox.latest(client(), "Cancelled:").calendar()).contains("METHOD:CANCEL");
    }

    /** An errand that is repeated tells nobody twice. */
    private void notAgain() {
        errandsRun();
    }

    @Test
    void b6_aLostDealEndsEveryTaskTimerAndInvitationAndTellsEachHelperOnce() {
        everythingIsGoingOn();

        completes("ae-1", "workDeal", Map.of("dealDecision", "lost", "lostReason", "Too dear"));

        isOverForEverybody();
    }

    @Test
    void b6_aRelayThatAManagerClosesEndsTheSameWay() {
        everythingIsGoingOn();

        byPage("manager-1", () -> {
            relays.close(lead, "Bought by a competitor");
            return null;
        });

        isOverForEverybody();
    }

    /** The mail server may be slower than the AE. */
    @Test
    void whoeverStillKnowsTheEarlierTimeHearsThatItDoesNotTakePlace() {
        everythingIsGoingOn();
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));

        completes("ae-1", "workDeal", Map.of("dealDecision", "lost", "lostReason", "Too dear"));

        isOverForEverybody();
    }

    @Test
    void whoeverHasNotHeardOfACallingOffHearsOfItInTheEnd() {
        everythingIsGoingOn();
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "call-off"));

        completes("ae-1", "workDeal", Map.of("dealDecision", "lost", "lostReason", "Too dear"));

        isOverForEverybody();
    }

    /** The deal ends, and with it the step that was still to tell of the new time. */
    @Test
    void whatWasMovedIsToldEvenWhenTheDealIsWonBeforeTheMailServerIsBack() {
        everythingIsGoingOn();
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));

        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        fires("inviteToMeetingThatChanged");

        assertThat(told(client(), "New time")).hasSize(1);
        assertThat(told("ae-1@baton.example", "New time")).hasSize(1);
        assertThat(mailbox.latest(client(), "New time").calendar()).contains("METHOD:REQUEST");
    }

    @Test
    void whatWasCalledOffIsToldEvenWhenTheDealIsWonBeforeTheMailServerIsBack() {
        everythingIsGoingOn();
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "call-off"));

        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        fires("inviteToMeetingThatChanged");

        assertThat(told(client(), "Cancelled:")).hasSize(1);
        assertThat(mailbox.latest(client(), "Cancelled:").calendar()).contains("METHOD:CANCEL");
    }

    @Test
    void whoeverKnowsEverythingHearsNothingMoreWhenTheDealIsWon() {
        everythingIsGoingOn();
        int known = mailbox.of(client()).size();

        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        fires("inviteToMeetingThatChanged");

        assertThat(mailbox.of(client())).hasSize(known);
    }
}
