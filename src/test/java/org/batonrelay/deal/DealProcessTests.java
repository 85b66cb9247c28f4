package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.batonrelay.Mailbox;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.guard.DrawnSteps;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.relay.RelayEnded;
import org.batonrelay.relay.RunningLeg;
import org.batonrelay.team.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class DealProcessTests extends RunningLeg {

    @Autowired
    private People people;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeetingDiary diary;

    private void runs() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
    }

    private void works(Map<String, Object> values) {
        completes("ae-1", "workDeal", values);
    }

    private Object preset() {
        return tasks.getVariable(task(lead.value(), "workDeal").getId(), "dealDecision");
    }

    @Test
    void asksForTheSummaryOnTheDayOfTheMeetingThatTheQualificationFixed() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));
        assertThat(open()).containsExactly("workDeal");

        fires("meetingHeld");

        assertThat(open()).containsExactly("workDeal", "writeSummary");
        completes("ae-1", "writeSummary", aSummary());
        assertThat(onRecord()).contains("summary.written");
        assertThat(open()).containsExactly("workDeal");
    }

    @Test
    void invitesClientAndHolderAndTheSummaryIsTheFirstPoint() throws Exception {
        runs();
        works(Map.of("dealDecision", "summary"));
        completes("ae-1", "writeSummary", aSummary());
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        assertThat(open()).containsExactly("workDeal");
        assertThat(baton().nextStep()).isEqualTo("Meeting");

        fires("inviteToMeeting");

        Mail mail = mailbox.latest(client(), "our meeting");
        var calendar =
                new CalendarBuilder().build(new StringReader(mail.calendar().replace("\n", "\r\n")));
        assertThat(calendar.getComponents()).hasSize(1);
        String event = mail.calendar().replace("\n ", "");
        assertThat(event).contains("METHOD:REQUEST", "SEQUENCE:0", "mailto:" + client(), "mailto:ae-1@baton.example");
        assertThat(event)
                .contains("DESCRIPTION:1. We go through what we noted (version 1):\\n   Current situation: Two plants");
        assertThat(mail.text()).as("the page and the entry show it better").doesNotContain("Two plants");
        assertThat(mail.link("/c/")).isNotEmpty();
        assertThat(mail.header("Auto-Submitted")).isNull();
        assertThat(mail.visible()).doesNotContainIgnoringCase("baton ").doesNotContainIgnoringCase("relay");
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(it -> it.header("X-Baton-Lead").equals(lead.value())
                        && it.calendar().contains("METHOD:REQUEST"));
    }

    @Test
    void sendsOneInvitationHoweverOftenTheStepIsTried() {
        runs();
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");

        transaction.executeWithoutResult(tx -> diary.invite(lead, time(7)));

        assertThat(mailbox.of(client())).hasSize(1);
    }

    @Test
    void writesTheSummaryOfAWaitingMeetingEarlierWhenAsked() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));

        works(Map.of("dealDecision", "summary"));

        assertThat(open()).containsExactly("workDeal", "writeSummary");
        assertThat(waits("meetingHeld")).isZero();
        completes("ae-1", "writeSummary", aSummary());
        assertThat(onRecord()).contains("summary.written");
    }

    @Test
    void writesASummaryOfATalkWithoutAnyMeeting() {
        runs();

        works(Map.of("dealDecision", "summary"));

        assertThat(open()).containsExactly("workDeal", "writeSummary");
        completes("ae-1", "writeSummary", aSummary());
        assertThat(baton().nextStepOn()).hasToString(day(10));
    }

    @Test
    void letsLegalReviewBesideAndWinsWithTheirApproval() {
        runs();
        works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides"));
        assertThat(open()).containsExactly("reviewContract", "workDeal");

        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));

        assertThat(preset()).isEqualTo("won");
        String card = String.valueOf(
                tasks.getVariableLocal(task(lead.value(), "workDeal").getId(), "card"));
        assertThat(card).contains("\"legal\":\"approved\"");
        works(Map.of("dealDecision", "won"));
        assertThat(isOver()).isTrue();
        assertThat(endedAt("dealWon")).isTrue();
        assertThat(left("dealDecision")).isEqualTo("won");
        assertThat(onRecord()).doesNotContain("departure.recorded");
    }

    @Test
    void recordsADepartureWhenItIsWonWithoutLegal() {
        runs();

        works(Map.of("dealDecision", "won"));

        assertThat(endedAt("dealWon")).isTrue();
        assertThat(lastOnRecord("departure.recorded").detail()).containsEntry("why", "legal was not asked");
    }

    @Test
    void endsEverythingThatIsOpenWhenItIsWon() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));
        works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides"));

        works(Map.of("dealDecision", "won"));

        assertThat(open()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(lead.value())
                        .count())
                .isZero();
        assertThat(lastOnRecord("departure.recorded").detail()).containsEntry("why", "legal has not answered");
    }

    @Test
    void refusesToAskLegalTwice() {
        runs();
        works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides"));

        assertThatThrownBy(() -> works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides")))
                .hasStackTraceContaining("legal is already reviewing");

        assertThat(open()).containsExactly("reviewContract", "workDeal");
    }

    @Test
    void k1_passesValueAndCloseDateOnToLegalAndKeepsThemForTheNextTime() {
        runs();
        works(Map.of("dealDecision", "contract", "dealValue", 120_000, "closeOn", day(12)));

        String review = task(lead.value(), "reviewContract").getId();
        assertThat(tasks.getVariable(review, "dealValue")).isEqualTo(120_000L);
        assertThat(tasks.getVariable(review, "closeOn")).isEqualTo(day(12));
        assertThat(task(lead.value(), "reviewContract").getPriority()).isEqualTo(80);
        completes("legal-1", "reviewContract", Map.of("contractDecision", "refuse", "contractNote", "Not like this"));

        String work = task(lead.value(), "workDeal").getId();
        assertThat(tasks.getVariable(work, "dealValue")).isEqualTo(120_000);
        assertThat(tasks.getVariable(work, "closeOn")).isEqualTo(day(12));
        works(Map.of("dealDecision", "won"));
        goesOnWith("deal", Map.of());
        String again = task(lead.value(), "workDeal").getId();
        assertThat(tasks.getVariable(again, "dealValue"))
                .as("a deal that comes back knows it, too")
                .isEqualTo(120_000L);
        assertThat(tasks.getVariable(again, "closeOn")).isEqualTo(day(12));
    }

    @Test
    void k1_refusesACloseDateThatIsPast() {
        runs();

        assertThatThrownBy(() -> works(Map.of("dealDecision", "contract", "closeOn", day(-5))))
                .hasStackTraceContaining("Close date: " + day(-5) + " is past");

        assertThat(open()).containsExactly("workDeal");
    }

    @Test
    void k3_sendsTheAeToTheRevisionInsteadOfAskingTwice() {
        runs();
        works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "changes", "contractNote", "Paragraph 4"));

        assertThatThrownBy(() -> works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides")))
                .hasStackTraceContaining("Complete the task \"Revise contract\"");

        assertThat(open()).containsExactly("reviseContract", "workDeal");
        works(Map.of("dealDecision", "won"));
        assertThat(open()).isEmpty();
        assertThat(lastOnRecord("departure.recorded").detail()).containsEntry("why", "legal said changes");
    }

    @Test
    void waitsUntilTheDayThatWasAgreed() {
        runs();

        works(Map.of("dealDecision", "later", "tryAgainOn", day(20)));

        assertThat(open()).isEmpty();
        assertThat(baton().nextStepOn()).hasToString(day(20));
        fires("waitUntilTryAgain");
        assertThat(open()).containsExactly("workDeal");
    }

    @Test
    void losesWithAReasonAndEndsEverything() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));

        works(Map.of("dealDecision", "lost", "lostReason", "They build it themselves"));

        assertThat(isOver()).isTrue();
        assertThat(endedAt("dealLost")).isTrue();
        assertThat(left("lostReason")).isEqualTo("They build it themselves");
        assertThat(open()).isEmpty();
    }

    @Test
    void callsTheMeetingOffWhenTheLeadEnds() {
        runs();
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
        String uid = diary.ahead(lead).get(0).uid();

        transaction.executeWithoutResult(tx -> events.publishEvent(new RelayEnded(lead, Baton.State.CLOSED)));
        errandsRun();

        String event = mailbox.latest(client(), "Cancelled").calendar().replace("\n ", "");
        assertThat(event).contains("METHOD:CANCEL", "UID:" + uid, "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(diary.ahead(lead)).isEmpty();
    }

    @Test
    void peopleP2_tellsTheClientByOneUpdateOfTheInvitationWhoLooksAfterThemNow() {
        runs();
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
        String first = mailbox.latest(client(), "Invitation").calendar();

        batons.pass(lead, Holder.person("ae-2"), "as the test needs it");
        errandsRun();

        assertThat(mailbox.of("ae-2@baton.example"))
                .anyMatch(mail -> mail.header("X-Baton-Lead").equals(lead.value())
                        && mail.calendar().contains("SEQUENCE:1"));
        String host = people.person("ae-2").orElseThrow().name();
        assertThat(mailbox.of(client())).hasSize(2);
        Mailbox.Mail update = mailbox.latest(client(), host + " looks after you from now on");
        assertThat(unfolded(update.calendar()))
                .contains("METHOD:REQUEST", line(first, "UID:"), "SEQUENCE:1", "ORGANIZER;CN=" + host)
                .contains("Your contact: " + host)
                .contains("mailto:ae-2@baton.example")
                .doesNotContain("mailto:ae-1@baton.example");
        assertThat(update.text())
                .contains("from now on " + host + " looks after you")
                .contains(" stays as it is");
        assertThat(update.from().getPersonal()).isEqualTo(host);
        assertThat(mailbox.of("ae-1@baton.example"))
                .as("whoever has given it away is free at that time")
                .anyMatch(mail -> lead.value().equals(mail.header("X-Baton-Lead"))
                        && unfolded(mail.calendar()).contains("METHOD:CANCEL"));
        assertThat(task(lead.value(), "workDeal").getAssignee()).isEqualTo("ae-2");
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n", "\n").replace("\n ", "");
    }

    private static String line(String calendar, String beginning) {
        return unfolded(calendar)
                .lines()
                .filter(it -> it.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fliesAFlagUntilASecondContactIsKnown() {
        runs();
        assertThat(baton().flags()).contains(Flag.ONE_CONTACT);

        works(Map.of(
                "dealDecision",
                "summary",
                "contactName",
                "Ben Ode",
                "contactEmail",
                "ben-" + client(),
                "contactRole",
                "Buyer"));

        assertThat(baton().flags()).doesNotContain(Flag.ONE_CONTACT);
        assertThat(contacts.of(lead)).hasSize(2);
        assertThat(tasks.getVariable(task(lead.value(), "workDeal").getId(), "contactName"))
                .isNull();
    }

    @Test
    void doesNotCountTheTimeThatLegalTakes() {
        runs();
        works(Map.of("dealDecision", "contract", "oneContactReason", "The founder decides"));
        staysQuietFor(14);

        fires("nothingDone");

        assertThat(onRecord()).doesNotContain("leg.reminded");
        assertThat(open()).containsExactly("reviewContract", "workDeal");
    }

    @Test
    void remindsAnAeWhoHasDoneNothing() {
        runs();
        staysQuietFor(14);

        fires("nothingDone");

        assertThat(lastOnRecord("leg.reminded").leg()).isEqualTo("deal");
    }

    @Test
    void servesTheRelayThatInvitesAfterTheQualification(@Autowired DrawnSteps steps) {
        runs();

        transaction.executeWithoutResult(tx -> diary.invite(lead, time(9)));

        assertThat(steps.isStep("inviteToMeeting")).isTrue();
        assertThat(mailbox.latest(client(), "our meeting").calendar()).contains("METHOD:REQUEST");
    }

    private long waits(String element) {
        return management
                .createJobQuery()
                .activityId(element)
                .processInstanceId(task(lead.value(), "workDeal").getProcessInstanceId())
                .count();
    }
}
