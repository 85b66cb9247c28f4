package org.batonrelay.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings after they were agreed: moved, called off, missed, and what calendars answer. */
class MeetingTests extends RunningLeg {

    @Autowired
    private MeetingDiary diary;

    @Autowired
    private AgreedMeetings agreed;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeetingGuests guests;

    @Autowired
    private InvitationAnswers answers;

    private void works(Map<String, Object> values) {
        completes("ae-1", "workDeal", values);
    }

    /** The AE has fixed a meeting, and everybody has the invitation. */
    private Meeting isFixed() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
        return diary.next(lead).orElseThrow();
    }

    private static String event(Mail mail) {
        return mail.calendar().replace("\n ", "");
    }

    // ---- moved and called off ----

    @Test
    void movesAMeetingInOneStepAndEverybodyGetsTheNewTime() {
        Meeting before = isFixed();

        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));
        fires("inviteToMeeting");

        Mail client = mailbox.latest(client(), "New time");
        assertThat(event(client)).contains("METHOD:REQUEST", "UID:" + before.uid(), "SEQUENCE:1", "mailto:" + client());
        assertThat(client.text()).contains("our meeting is at a new time");
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("New time")
                        && mail.header("X-Baton-Lead").equals(lead.value())
                        && event(mail).contains("SEQUENCE:1"));
        assertThat(diary.ahead(lead))
                .singleElement()
                .satisfies(it -> assertThat(it.startsAt()).isAfter(before.startsAt()));
        assertThat(baton().nextStepOn()).hasToString(day(9));
        assertThat(onRecord()).contains("meeting.moved");
        assertThat(dueAt("meetingHeld")).isAfter(Date.from(before.endsAt()));
        fires("meetingHeld");
        assertThat(open()).containsExactly("workDeal", "writeSummary");
    }

    @Test
    void namesAMeetingInTheLanguageOfTheClient() {
        isHeldBy("ae-1", Leg.DEAL, "de", null);
        goesOnWith("deal", Map.of());

        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");

        Mail client = mailbox.latest(client(), "Einladung");
        assertThat(client.subject()).contains(": unser Termin, ");
        assertThat(event(client)).contains(": unser Termin");
    }

    @Test
    void callsAMeetingOffInOneStep() {
        Meeting before = isFixed();

        works(Map.of("dealDecision", "meeting", "meetingChange", "call-off"));
        fires("inviteToMeeting");

        assertThat(event(mailbox.latest(client(), "Cancelled")))
                .contains("METHOD:CANCEL", "UID:" + before.uid(), "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(diary.ahead(lead)).isEmpty();
        assertThat(waits("meetingHeld")).isZero();
        assertThat(open()).containsExactly("workDeal");
        assertThat(onRecord()).contains("meeting.called-off");
        assertThat(baton().flags()).contains(Flag.NO_NEXT_STEP);
    }

    @Test
    void tellsNobodyOfWhatNobodyWasInvitedTo() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        works(Map.of("dealDecision", "meeting", "meetingChange", "call-off"));
        fires("inviteToMeeting");
        fires("inviteToMeeting");

        assertThat(mailbox.of(client())).isEmpty();
    }

    /** The step of the relay that invites is tried again for a day. */
    @Test
    void anInvitationThatComesAfterTheDealIsForgottenAndNoOtherMeetingWithIt() {
        Meeting known = isFixed();
        String kickoff = transaction.execute(tx -> {
            batons.startLeg(lead, Leg.ONBOARDING);
            return agreed.agree(lead, known.startsAt().plus(Duration.ofDays(3)), "Kickoff");
        });

        transaction.executeWithoutResult(tx -> diary.invite(lead, time(9)));

        assertThat(diary.ahead(lead)).extracting(Meeting::uid).containsExactly(known.uid(), kickoff);
        assertThat(diary.ahead(lead)).extracting(Meeting::status).containsOnly(Meeting.Status.INVITED);
        assertThat(mailbox.of(client()))
                .extracting(it -> event(it)
                        .lines()
                        .filter(line -> line.startsWith("UID:"))
                        .toList())
                .containsExactlyInAnyOrder(List.of("UID:" + known.uid()), List.of("UID:" + kickoff));
    }

    /** The deal is won before the mail server is back, and the CSM has taken over already. */
    @Test
    void whoeverKnowsTheEarlierTimeHearsOfTheNewOneInTheOnboardingToo() {
        Meeting before = isFixed();
        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));
        batons.startLeg(lead, Leg.ONBOARDING);

        transaction.executeWithoutResult(tx -> diary.invite(lead, null));

        assertThat(event(mailbox.latest(client(), "New time"))).contains("UID:" + before.uid(), "SEQUENCE:1");
    }

    @Test
    void invitesNobodyToWhatIsPast() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        jdbc.sql("update meeting set starts_at = :past where reference = :reference")
                .param("past", HouseDay.now().minusHours(1))
                .param("reference", lead.value())
                .update();

        fires("inviteToMeeting");

        assertThat(mailbox.of(client())).isEmpty();
    }

    @Test
    void aFurtherMeetingStandsBesideTheFirst() {
        isFixed();
        works(Map.of("dealDecision", "meeting", "meetingOn", time(9)));
        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(8)));
        fires("inviteToMeeting");

        assertThat(diary.ahead(lead))
                .extracting(it -> it.startsAt().toString().substring(0, 10))
                .containsExactly(day(8), day(9));
        assertThat(waits("meetingHeld")).isEqualTo(2);
    }

    @Test
    void aMeetingAtATimeThatAnotherHasLeftIsAnotherMeeting() {
        Meeting first = isFixed();
        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));

        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));

        assertThat(diary.ahead(lead)).hasSize(2);
        assertThat(diary.ahead(lead).get(0).uid()).isNotEqualTo(first.uid());
    }

    @Test
    void withNoMeetingAheadThereIsOnlyAFurtherOne() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());

        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));

        assertThat(diary.ahead(lead)).hasSize(1);
        assertThat(onRecord()).doesNotContain("meeting.moved");
    }

    // ---- they did not come ----

    @Test
    void m5_proposesAnotherTimeTwiceAndThenGivesTheDealBack() {
        Meeting meeting = isFixed();
        for (int time = 1; time <= 2; time++) {
            fires("meetingHeld");
            assertThat(tasks.getVariable(summaryTask().getId(), "timesLeft")).isEqualTo(3 - time);
            assertThat(tasks.getVariable(summaryTask().getId(), "meetingOutcome"))
                    .isEqualTo("held");
            completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show", "newMeetingOn", time(10 + time)));
            fires("inviteToMeetingAgain");
            assertThat(open()).containsExactly("workDeal");
            assertThat(event(mailbox.latest(client(), "New time")))
                    .contains("UID:" + meeting.uid(), "SEQUENCE:" + time);
        }
        fires("meetingHeld");
        completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show"));

        assertThat(isOver()).isTrue();
        assertThat(endedAt("dealGivenBack")).isTrue();
        assertThat(left("dealDecision")).isEqualTo("send-back");
        assertThat(lastOnRecord("leg.sent-back").detail()).containsEntry("reason", "no-show");
        assertThat(open()).isEmpty();
        assertThat(baton().flags()).contains(Flag.NO_NEXT_STEP);
        assertThat(onRecord().stream().filter("meeting.missed"::equals)).hasSize(3);
        assertThat(lastOnRecord("flag.raised").detail()).containsEntry("why", "the client came to none of 3 meetings");
        assertThat(onRecord()).doesNotContain("summary.written");
    }

    @Test
    void asksForTheNewTimeAndForNothingElseWhenTheyDidNotCome() {
        isFixed();
        fires("meetingHeld");

        assertThatThrownBy(() -> completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show")))
                .hasStackTraceContaining("New time");
        assertThatThrownBy(() -> completes("ae-1", "writeSummary", Map.of("meetingOutcome", "held")))
                .hasStackTraceContaining("Current situation");
        assertThat(open()).containsExactly("workDeal", "writeSummary");
    }

    @Test
    void aTalkWithoutAMeetingAlwaysNeedsItsSummary() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        works(Map.of("dealDecision", "summary"));

        assertThatThrownBy(() -> completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show")))
                .isNotNull();
        completes("ae-1", "writeSummary", aSummary());
        assertThat(onRecord()).contains("summary.written");
    }

    @Test
    void aMeetingThatTheQualificationFixedCanBeMissedToo() {
        runs("deal", Leg.DEAL, "ae-1", Map.of("meetingOn", time(7)));
        fires("meetingHeld");

        completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show", "newMeetingOn", time(12)));

        assertThat(diary.ahead(lead))
                .singleElement()
                .satisfies(it -> assertThat(it.missed()).isEqualTo(1));
        assertThat(dueAt("meetingHeld")).isAfter(new Date());
    }

    // ---- what calendars answer ----

    @Test
    void notesWhatACalendarAnswersAndShowsItOnTheCard() {
        Meeting meeting = isFixed();

        assertThat(answers.take(lead, anna(), reply(meeting, "ACCEPTED"))).isTrue();
        assertThat(answers.take(lead, anna(), reply(meeting, "ACCEPTED"))).isTrue();

        assertThat(onRecord().stream().filter("meeting.answered"::equals)).hasSize(1);
        assertThat(lastOnRecord("meeting.answered").detail())
                .containsEntry("from", "Anna Berg")
                .containsEntry("answer", "accepted");
        assertThat(lastOnRecord("meeting.answered").actor()).isEqualTo("client:" + client());
        works(Map.of("dealDecision", "summary"));
        String card = String.valueOf(
                tasks.getVariableLocal(task(lead.value(), "workDeal").getId(), "card"));
        assertThat(card).doesNotContain("declined");
        assertThat(guests.of(meeting))
                .singleElement()
                .satisfies(it -> assertThat(it.answer()).isEqualTo("accepted"));
    }

    @Test
    void tellsTheHolderAtOnceWhoDoesNotCome() {
        Meeting meeting = isFixed();

        answers.take(lead, anna(), reply(meeting, "DECLINED"));
        errandRuns("meeting-declined");

        assertThat(lastOnRecord("meeting.answered").detail()).containsEntry("answer", "declined");
        assertThat(mailbox.latest("ae-1@baton.example", "does not come").text())
                .contains("Anna Berg has declined", "Work deal");
    }

    @Test
    void tellsTheHolderOfATimeThatSuitsBetter() {
        Meeting meeting = isFixed();
        String counter = text(meeting, "TENTATIVE")
                .replace("METHOD:REPLY", "METHOD:COUNTER")
                .replaceFirst("DTSTART:.*", "DTSTART:20991224T090000Z");

        assertThat(answers.take(lead, anna(), counter.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        errandRuns("meeting-declined");

        assertThat(mailbox.latest("ae-1@baton.example", "proposes another time").text())
                .contains("Thu 24 Dec 2099");
    }

    @Test
    void anAnswerToAnEarlierTimeSaysNothingOfTheNewOne() {
        Meeting before = isFixed();
        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));

        assertThat(answers.take(lead, anna(), reply(before, "ACCEPTED"))).isTrue();

        assertThat(guests.of(diary.next(lead).orElseThrow())).isEmpty();
        assertThat(onRecord()).doesNotContain("meeting.answered");
    }

    @Test
    void theLastWordCounts() {
        Meeting meeting = isFixed();
        answers.take(lead, anna(), reply(meeting, "DECLINED"));
        answers.take(lead, anna(), reply(meeting, "ACCEPTED"));
        errandRuns("meeting-declined");

        assertThat(guests.of(meeting))
                .singleElement()
                .satisfies(it -> assertThat(it.answer()).isEqualTo("accepted"));
        assertThat(mailbox.of("ae-1@baton.example"))
                .noneMatch(mail ->
                        mail.subject().contains("does not come") && lead.value().equals(mail.header("X-Baton-Lead")));
    }

    @Test
    void takesNothingFromWhatIsNoAnswer() {
        Meeting meeting = isFixed();
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        String good = text(meeting, "ACCEPTED");
        List<byte[]> bad = List.of(
                new byte[0],
                noise,
                new byte[5_000_000],
                "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8),
                "BEGIN:VEVENT\r\n".repeat(10_000).getBytes(StandardCharsets.UTF_8),
                good.replace("METHOD:REPLY", "METHOD:REQUEST").getBytes(StandardCharsets.UTF_8),
                good.replace("METHOD:REPLY\r\n", "").getBytes(StandardCharsets.UTF_8),
                good.replace(meeting.uid(), "another@baton.example").getBytes(StandardCharsets.UTF_8),
                good.replace(meeting.uid(), "x".repeat(10_000)).getBytes(StandardCharsets.UTF_8),
                good.replace("PARTSTAT=ACCEPTED", "PARTSTAT=PERHAPS").getBytes(StandardCharsets.UTF_8),
                good.replace("END:VEVENT", "").getBytes(StandardCharsets.UTF_8));

        for (byte[] ics : bad) {
            assertThat(answers.take(lead, anna(), ics)).isFalse();
        }
        assertThat(onRecord()).doesNotContain("meeting.answered");
    }

    @Test
    void answersOfOneLeadDoNotCountForAnother() {
        Meeting meeting = isFixed();
        var first = lead;
        isHeldBy("ae-2", Leg.DEAL);

        assertThat(answers.take(lead, anna(), reply(meeting, "DECLINED"))).isFalse();

        lead = first;
        assertThat(onRecord()).doesNotContain("meeting.answered");
    }

    @Test
    void answersComeBackToUsWhoeverTheHostIs() {
        isFixed();

        String event = event(mailbox.latest(client(), "our meeting"));

        assertThat(event).containsPattern("ORGANIZER;CN=\"?Alex Winter\"?:mailto:reply\\+[0-9a-f]+@baton.example");
    }

    // ----

    private Contact anna() {
        return contacts.main(lead).orElseThrow();
    }

    private byte[] reply(Meeting meeting, String answer) {
        return text(meeting, answer).getBytes(StandardCharsets.UTF_8);
    }

    /** As a calendar program sends it. */
    private String text(Meeting meeting, String answer) {
        String at = meeting.startsAt().toString().replaceAll("[-:]", "").replaceAll("\\.\\d+", "");
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
                "VERSION:2.0",
                "CALSCALE:GREGORIAN",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "DTSTART:" + at,
                "DTSTAMP:20261122T170000Z",
                "ORGANIZER;CN=Alex Winter:mailto:reply@baton.example",
                "UID:" + meeting.uid(),
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=" + answer + ";CN=Anna;X-NUM-GUESTS=0:mailto:"
                        + client(),
                "SEQUENCE:" + meeting.sequence(),
                "STATUS:CONFIRMED",
                "SUMMARY:our meeting",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    private Task summaryTask() {
        return task(lead.value(), "writeSummary");
    }

    private long waits(String element) {
        return management
                .createJobQuery()
                .activityId(element)
                .processInstanceId(task(lead.value(), "workDeal").getProcessInstanceId())
                .count();
    }

    private Date dueAt(String element) {
        return management
                .createJobQuery()
                .activityId(element)
                .processInstanceId(task(lead.value(), "workDeal").getProcessInstanceId())
                .singleResult()
                .getDuedate();
    }

    private void errandRuns(String name) {
        errandsBeginning(name).stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().contains(lead.value()))
                .map(Job::getId)
                .forEach(management::executeJob);
    }
}
