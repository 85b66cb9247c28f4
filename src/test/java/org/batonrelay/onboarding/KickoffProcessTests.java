package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LedgerEntry;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The kickoff: its date within five business days after the signature, and nothing promised forgotten in it. */
class KickoffProcessTests extends RunningOnboarding {

    @Autowired
    private Leads leads;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BusinessCalendar hours;

    /** ae-1 has won the deal, csm-1 has taken over. */
    private LedgerEntry signedAndBegun() {
        isHeldBy("ae-1", Leg.DEAL);
        transaction.executeWithoutResult(tx -> {
            batons.finishLeg(lead, "won");
            batons.pass(lead, org.batonrelay.baton.Holder.person("csm-1"), "accepted");
            batons.startLeg(lead, Leg.ONBOARDING);
        });
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
        return lastOnRecord("leg.finished");
    }

    private Job deadline() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .flatMap(it ->
                        management
                                .createJobQuery()
                                .processInstanceId(it.getId())
                                .activityId("kickoffDateDue")
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void o2_escalatesWithoutADateFiveBusinessDaysAfterTheSignature() {
        LedgerEntry signed = signedAndBegun();
        assertThat(deadline().getDuedate())
                .isCloseTo(Date.from(hours.due(signed.at(), "P5D", "business", "csm")), 1000);

        fires("kickoffDateDue");
        errandsRun();

        assertThat(endedAt("kickoffEscalated")).isTrue();
        assertThat(lastOnRecord("kickoff.overdue").detail()).containsEntry("holder", "csm-1");
        for (String reader : List.of("manager-1@baton.example", "csm-1@baton.example")) {
            assertThat(mailbox.latest(reader, "has signed and has no date for the kickoff")
                            .text())
                    .contains(lead.value());
        }
        assertThat(item(KICK_OFF)).isNotNull();
    }

    @Test
    void o2_nobodyIsToldOfADateThatWasAgreedMeanwhile() {
        signedAndBegun();
        fires("kickoffDateDue");
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));

        errandsRun();

        assertThat(onRecord()).contains("kickoff.overdue");
        assertThat(mailbox.of("csm-1@baton.example"))
                .filteredOn(it -> lead.value().equals(it.header("X-Baton-Lead")))
                .noneMatch(it -> it.subject().contains("no date for the kickoff"));
    }

    @Test
    void o2_anAgreedDateInvitesTheClientAndStopsTheEscalation() {
        signedAndBegun();
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        fires("tellOfMeeting");

        Mail invitation = mailbox.latest(client(), "Invitation");
        assertThat(invitation.calendar()).contains("METHOD:REQUEST");
        assertThat(mailbox.of("csm-1@baton.example"))
                .anyMatch(it -> lead.value().equals(it.header("X-Baton-Lead"))
                        && it.calendar().contains("REQUEST"));
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(it -> lead.value().equals(it.header("X-Baton-Lead"))
                        && it.calendar().contains("REQUEST"));
        Promise kickoff =
                promises.get(String.valueOf(tasks.getVariable(item(KICK_OFF).getId(), "promiseId")));
        assertThat(kickoff.dueOn()).isEqualTo(LocalDate.parse(day(3)));
        assertThat(baton().nextStepOn()).isEqualTo(LocalDate.parse(day(3)));
        fires("kickoffDateDue");
        assertThat(endedAt("kickoffAgreed")).isTrue();
        assertThat(onRecord()).doesNotContain("kickoff.overdue");
    }

    @Test
    void o2_movesAndCallsTheMeetingOff() {
        signedAndBegun();
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        fires("tellOfMeeting");
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(4)));
        fires("tellOfMeeting");

        List<Mail> mails = mailbox.of(client());
        assertThat(mails.get(1).calendar().replaceAll("\\r?\\n ", "")).contains("SEQUENCE:1");
        assertThat(uid(mails.get(1))).isEqualTo(uid(mails.get(0)));

        decide(KICK_OFF, Map.of("promiseDecision", "dropped", "reason", "They know us already"));
        calledOffIsTold();
        assertThat(mailbox.of(client()).get(2).calendar()).contains("METHOD:CANCEL");
    }

    @Test
    void o2_aKickoffThatTookPlaceNeedsNoDate() {
        signedAndBegun();
        promises.make(lead, null, "Train the second shift", "us", "csm-1", date(6));
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));

        fires("kickoffDateDue");

        assertThat(endedAt("kickoffAgreed")).isTrue();
    }

    @Test
    void peopleP15_anAgreedKickoffClosesByItselfWhenItIsOver() {
        signedAndBegun();
        promises.make(lead, null, "Train the second shift", "us", "csm-1", date(6));
        assertThat(closesAt()).isCloseTo(Date.from(BusinessCalendar.NEVER), 1000);
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        assertThat(closesAt())
                .isCloseTo(
                        Date.from(hours.due(OffsetDateTime.parse(time(3)).toInstant(), "P1D", "business", "csm")),
                        1000);

        kickoffIsOver();

        assertThat(lastOnRecord("promise.kept").detail())
                .containsEntry("what", KICK_OFF)
                .containsEntry("why", "its meeting is over");
        assertThat(open()).containsExactly("keepPromise");
    }

    @Test
    void peopleP15_aKickoffStaysWhileSomethingPromisedIsPastItsDate() {
        signedAndBegun();
        promises.make(lead, null, "Train the second shift", "us", "csm-1", date(-1));
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));

        kickoffIsOver();

        assertThat(onRecord()).doesNotContain("promise.kept");
        assertThat(item(KICK_OFF)).isNotNull();
    }

    @Test
    void peopleP15_aMeetingThatIsCalledOffClosesNothing() {
        signedAndBegun();
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        assertThat(tasks.getVariable(item(KICK_OFF).getId(), "meetingAgreed")).isNotNull();
        decide(KICK_OFF, Map.of("promiseDecision", "moved", "movedTo", day(9), "reason", "They are ill"));

        assertThat(closesAt()).isCloseTo(Date.from(BusinessCalendar.NEVER), 1000);
        assertThat(tasks.getVariable(item(KICK_OFF).getId(), "meetingAgreed")).isNull();
    }

    /** Whatever timer of an item is set off, only the kickoff's own closes anything. */
    private void kickoffIsOver() {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .flatMap(it ->
                        management
                                .createJobQuery()
                                .processInstanceId(it.getId())
                                .activityId("kickoffOver")
                                .list()
                                .stream())
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private Date closesAt() {
        return (Date) tasks.getVariable(item(KICK_OFF).getId(), "kickoffOverAt");
    }

    @Test
    void o2_refusesADateThatIsPast() {
        signedAndBegun();

        assertThatThrownBy(() ->
                        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", "2020-01-01T10:00+00:00")))
                .hasStackTraceContaining("is past");
        assertThat(mailbox.of(client())).isEmpty();
    }

    @Test
    void h17_aKickoffIsNotDoneWhileAPromiseIsUndecided() {
        signedAndBegun();
        Promise late = promises.make(lead, null, "Send the price list", "us", "csm-1", LocalDate.of(2020, 1, 2));

        assertThatThrownBy(() -> decide(KICK_OFF, Map.of("promiseDecision", "kept")))
                .hasStackTraceContaining("“Send the price list” (Thu 2 Jan 2020)");
        assertThat(item(KICK_OFF)).isNotNull();
        assertThat(onRecord()).doesNotContain("promise.kept");

        decide(
                "Send the price list",
                Map.of("promiseDecision", "moved", "movedTo", day(9), "reason", "With the new prices"));
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));

        assertThat(lastOnRecord("promise.kept").detail()).containsEntry("what", KICK_OFF);
        assertThat(promises.get(late.id()).dueOn()).isEqualTo(date(9));
    }

    @Test
    void peopleP7_theSameTimeAgreedTwiceChangesNothingAndSaysNothing() {
        begins();
        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        fires("tellOfMeeting");
        int mails = mailbox.of(client()).size();
        List<String> record = onRecord();

        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        fires("tellOfMeeting");

        assertThat(mailbox.of(client())).hasSize(mails);
        assertThat(onRecord())
                .filteredOn(it -> it.startsWith("meeting."))
                .isEqualTo(
                        record.stream().filter(it -> it.startsWith("meeting.")).toList());
    }

    @Test
    void peopleP7_itemsThatAreAgreedForOneTimeAreOneMeetingThatIsNamedAfterAllOfThem() {
        begins();
        decide("Send the price list", Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        assertThat(titles()).containsExactly(organisation() + ": Send the price list");

        decide(KICK_OFF, Map.of("promiseDecision", "meeting", "meetingOn", time(3)));
        assertThat(titles()).containsExactly(organisation() + ": " + KICK_OFF + "; Send the price list");
        fires("tellOfMeeting");
        fires("tellOfMeeting");
        assertThat(mailbox.of(client()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains(KICK_OFF + "; Send the price list"));

        decide("Send the price list", Map.of("promiseDecision", "meeting", "meetingOn", time(4)));
        assertThat(titles())
                .as("the kickoff stays where it was")
                .containsExactly(organisation() + ": " + KICK_OFF, organisation() + ": Send the price list");
        decide("Send the price list", Map.of("promiseDecision", "dropped", "reason", "not wanted"));
        assertThat(titles()).containsExactly(organisation() + ": " + KICK_OFF);
    }

    /** Of the meetings that take place, the next one first. */
    private List<String> titles() {
        return jdbc.sql("select title from meeting where reference = :reference and status in ('fixed', 'invited')"
                        + " order by starts_at")
                .param("reference", lead.value())
                .query(String.class)
                .list();
    }

    private String organisation() {
        return leads.get(lead).organisation();
    }

    @Test
    void h17_eachCommitmentHasAnOwnerADateAndASource() {
        signedAndBegun();
        promises.make(lead, "contract", null, "Hosting in Frankfurt", "us", "csm-1", date(9));
        promises.make(lead, null, "Send the manual", "us", "csm-1", date(6));

        assertThat(promises.of(lead))
                .extracting(Promise::what, Promise::source, Promise::owner)
                .contains(
                        tuple(KICK_OFF, "plan", "csm-1"),
                        tuple("Hosting in Frankfurt", "contract", "csm-1"),
                        tuple("Send the manual", "item", "csm-1"));
        assertThat(promises.of(lead)).allSatisfy(it -> assertThat(it.dueOn()).isNotNull());
        assertThat(lastOnRecord("promise.made").detail()).containsKeys("owner", "dueOn", "source");
        assertThat(new Caller(port, "csm-1")
                        .get("/leads/" + lead, "Accept", "text/html")
                        .body())
                .contains("from the plan", "from the contract");
    }

    private void calledOffIsTold() {
        errandsBeginning("item-meeting-called-off\n" + lead).stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private static String uid(Mail mail) {
        return mail.calendar()
                .replaceAll("\\r?\\n ", "")
                .lines()
                .filter(it -> it.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }
}
