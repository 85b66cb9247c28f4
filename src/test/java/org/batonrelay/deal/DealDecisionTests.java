package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What the AE is asked beside a decision: a follow-up date, a second contact, a score. */
class DealDecisionTests extends RunningLeg {

    private void runs() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
    }

    private void works(Map<String, Object> values) {
        completes("ae-1", "workDeal", values);
    }

    private static Map<String, Object> aSummaryWith(String name, Object value) {
        Map<String, Object> summary = new HashMap<>(aSummary());
        summary.put(name, value);
        return summary;
    }

    // ---- "send me some information" ----

    @Test
    void c10_refusesInformationWithoutAFollowUpDate() {
        runs();

        assertThatThrownBy(() -> works(Map.of("dealDecision", "information")))
                .hasStackTraceContaining("'Talk again on' is required");
        String body = "{\"variables\": {\"dealDecision\": {\"value\": \"information\", \"type\": \"String\"}}}";
        String task = task(lead.value(), "workDeal").getId();
        Caller ae = new Caller(port, "ae-1");
        assertThat(ae.postJson("/engine-rest/task/" + task + "/complete", body).statusCode())
                .isEqualTo(400);
        assertThat(ae.postJson("/engine-rest/task/" + task + "/submit-form", body)
                        .statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> works(Map.of("dealDecision", "information", "tryAgainOn", day(-1))))
                .hasStackTraceContaining("is past");

        assertThat(open()).containsExactly("workDeal");
    }

    @Test
    void c10_theHolderGetsTheTaskOnTheDayThatWasAgreed() {
        runs();

        works(Map.of("dealDecision", "information", "followUp", "agreed", "tryAgainOn", day(9)));

        assertThat(open()).isEmpty();
        assertThat(baton().nextStepOn()).hasToString(day(9));
        assertThat(baton().nextStep()).isEqualTo("Talk about the information sent");
        fires("waitUntilTryAgain");
        assertThat(open()).containsExactly("workDeal");
        assertThat(onRecord()).doesNotContain("departure.recorded");
    }

    @Test
    void c10_recordsAShortcutWhenNothingIsAgreed() {
        runs();
        assertThatThrownBy(() -> works(Map.of("dealDecision", "information", "followUp", "none")))
                .hasStackTraceContaining("'Why is no day agreed?' is required");

        works(Map.of("dealDecision", "information", "followUp", "none", "noFollowUpReason", "They call us"));

        assertThat(open()).containsExactly("workDeal");
        assertThat(baton().flags()).contains(Flag.NO_NEXT_STEP);
        assertThat(lastOnRecord("departure.recorded").detail())
                .containsEntry("what", "sent information without an agreed follow-up")
                .containsEntry("why", "They call us");
        assertThat(tasks.getVariable(task(lead.value(), "workDeal").getId(), "followUp"))
                .as("preset anew")
                .isEqualTo("agreed");
    }

    // ---- one contact only ----

    @Test
    void e12_asksForASecondContactAtTheContractAndHoldsNothingUp() {
        runs();

        works(Map.of("dealDecision", "contract"));

        assertThat(open()).containsExactly("nameSecondContact", "reviewContract", "workDeal");
        assertThat(tasks.getVariable(task(lead.value(), "workDeal").getId(), "dealDecision"))
                .as("not what legal has just been asked for")
                .isNotEqualTo("contract");
        assertThat(baton().flags()).contains(Flag.ONE_CONTACT);
        Task asked = task(lead.value(), "nameSecondContact");
        assertThat(asked.getAssignee()).isEqualTo("ae-1");
        assertThatThrownBy(() -> completes("ae-1", "nameSecondContact", Map.of("secondContact", "named")))
                .hasStackTraceContaining("'Name' is required");
        completes(
                "ae-1",
                "nameSecondContact",
                Map.of("secondContact", "named", "contactName", "Ben Ode", "contactEmail", "ben-" + client()));

        assertThat(baton().flags()).doesNotContain(Flag.ONE_CONTACT);
        assertThat(contacts.of(lead)).hasSize(2);
        assertThat(tasks.getVariable(task(lead.value(), "workDeal").getId(), "contactName"))
                .isNull();
    }

    @Test
    void e12_isAnsweredOnTheSameFormByAName() {
        runs();

        works(Map.of("dealDecision", "contract", "contactName", "Ben Ode", "contactEmail", "ben-" + client()));

        assertThat(open()).containsExactly("reviewContract", "workDeal");
        assertThat(baton().flags()).doesNotContain(Flag.ONE_CONTACT);
    }

    @Test
    void e12_isAnsweredOnTheSameFormByAReason() {
        runs();

        works(Map.of("dealDecision", "contract", "oneContactReason", "They are two people"));

        assertThat(open()).containsExactly("reviewContract", "workDeal");
        assertThat(baton().flags()).as("it stays weak").contains(Flag.ONE_CONTACT);
        assertThat(lastOnRecord("flag.explained").detail())
                .containsEntry("flag", "one-contact")
                .containsEntry("why", "They are two people");
    }

    @Test
    void e12_takesAReasonAfterwards() {
        runs();
        works(Map.of("dealDecision", "contract"));

        completes(
                "ae-1",
                "nameSecondContact",
                Map.of("secondContact", "nobody", "oneContactReason", "The founder decides alone"));

        assertThat(open()).containsExactly("reviewContract", "workDeal");
        assertThat(lastOnRecord("flag.explained").detail()).containsEntry("why", "The founder decides alone");
    }

    @Test
    void e12_takesNoNameThatIsKnownAlready() {
        runs();
        works(Map.of("dealDecision", "contract"));

        assertThatThrownBy(() -> completes(
                        "ae-1",
                        "nameSecondContact",
                        Map.of("secondContact", "named", "contactName", "Anna B.", "contactEmail", client())))
                .hasStackTraceContaining("Name: Anna B. is known already, and the only one.");

        assertThat(open()).contains("nameSecondContact");
        assertThat(baton().flags()).contains(Flag.ONE_CONTACT);
    }

    @Test
    void e12_aDealThatIsWonBeforeItIsAnsweredIsADeparture() {
        runs();
        works(Map.of("dealDecision", "contract"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));

        works(Map.of("dealDecision", "won"));

        assertThat(lastOnRecord("departure.recorded").detail()).containsEntry("what", "won with one contact only");
    }

    @Test
    void e12_aDealThatIsWonWithAnAnswerIsNone() {
        runs();
        works(Map.of("dealDecision", "contract", "oneContactReason", "They are two people"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));

        works(Map.of("dealDecision", "won"));

        assertThat(onRecord()).doesNotContain("departure.recorded");
    }

    @Test
    void e12_asksNothingWhenTwoAreKnown() {
        runs();
        works(Map.of("dealDecision", "summary", "contactName", "Ben Ode", "contactEmail", "ben-" + client()));

        works(Map.of("dealDecision", "contract"));

        assertThat(open()).containsExactly("reviewContract", "workDeal", "writeSummary");
    }

    // ---- how good the first meeting was ----

    @Test
    void m6_asksOnceHowGoodTheMeetingOfTheSdrWas() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));
        fires("meetingHeld");
        assertThat(tasks.getVariable(task(lead.value(), "writeSummary").getId(), "askScore"))
                .isEqualTo(true);
        completes("ae-1", "writeSummary", aSummaryWith("meetingScore", "4"));

        assertThat(lastOnRecord("meeting.rated").detail())
                .containsEntry("score", 4)
                .containsKey("meeting")
                .containsEntry("source", "web form");
        works(Map.of("dealDecision", "meeting", "meetingOn", time(9)));
        fires("meetingHeld");
        assertThat(tasks.getVariable(task(lead.value(), "writeSummary").getId(), "askScore"))
                .isEqualTo(false);
        completes("ae-1", "writeSummary", aSummaryWith("meetingScore", "1"));
        assertThat(onRecord().stream().filter("meeting.rated"::equals)).hasSize(1);
    }

    @Test
    void m6_namesTheSdrWhoHadFixedIt() {
        isHeldBy("sdr-2", Leg.QUALIFICATION);
        batons.finishLeg(lead, "qualified");
        batons.pass(lead, org.batonrelay.baton.Holder.person("ae-1"), "accepted");
        batons.startLeg(lead, Leg.DEAL);
        goesOnWith("deal", Map.of("meetingOn", time(7)));
        fires("meetingHeld");

        completes("ae-1", "writeSummary", aSummaryWith("meetingScore", "5"));

        assertThat(lastOnRecord("meeting.rated").detail())
                .containsEntry("sdr", "sdr-2")
                .containsEntry("score", 5);
    }

    @Test
    void m6_needsNoScoreAndTakesNoWrongOne() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));
        fires("meetingHeld");
        assertThatThrownBy(() -> completes("ae-1", "writeSummary", aSummaryWith("meetingScore", "9")))
                .hasStackTraceContaining("must be one of");

        completes("ae-1", "writeSummary", aSummary());

        assertThat(onRecord()).contains("summary.written").doesNotContain("meeting.rated");
    }
}
