package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.baton.Leg;
import org.batonrelay.mail.Postman;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client who presses Yes or No in their calendar: the answer goes over SMTP and comes in over IMAP. */
class CalendarMailTests extends RunningLeg {

    @Autowired
    private Postman postman;

    @Autowired
    private MeetingDiary diary;

    @Test
    void yesInACalendarIsOnTheTimeline() {
        String invitation = isInvited();

        answers(invitation, "REPLY", "ACCEPTED", "Accepted: our meeting");

        assertThat(lastOnRecord("meeting.answered").detail())
                .containsEntry("from", "Anna Berg")
                .containsEntry("answer", "accepted");
        assertThat(onRecord()).as("a calendar's answer is nobody's question").doesNotContain("message.received");
    }

    @Test
    void noInACalendarIsOnTheTimeline() {
        answers(isInvited(), "REPLY", "DECLINED", "Declined: our meeting");

        assertThat(lastOnRecord("meeting.answered").detail()).containsEntry("answer", "declined");
    }

    @Test
    void anotherTimeProposedByACalendarIsOnTheTimeline() {
        answers(isInvited(), "COUNTER", "TENTATIVE", "New Time Proposed: our meeting");

        assertThat(lastOnRecord("meeting.answered").detail()).containsEntry("answer", "countered");
    }

    private String isInvited() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
        return mailbox.latest(client(), "our meeting").calendar();
    }

    /** As calendar programs do: to the organiser's address, with a line for people who have none. */
    private void answers(String invitation, String method, String answer, String subject) {
        Matcher organiser = Pattern.compile("ORGANIZER[^:]*:mailto:(\\S+)").matcher(invitation.replace("\n ", ""));
        assertThat(organiser.find()).isTrue();
        String calendar = invitation
                .replace("METHOD:REQUEST", "METHOD:" + method)
                .replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=" + answer);
        postman.bring(
                organiser.group(1),
                String.join(
                        "\n",
                        "From: Anna Berg <" + client() + ">",
                        "To: Alex Winter <" + organiser.group(1) + ">",
                        "Subject: " + subject,
                        "Message-ID: <calendar-" + UUID.randomUUID() + "@client.example>",
                        "Auto-Submitted: auto-generated",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/alternative; boundary=\"xyz\"",
                        "",
                        "--xyz",
                        "Content-Type: text/plain; charset=utf-8",
                        "",
                        "Anna Berg has answered this invitation.",
                        "",
                        "--xyz",
                        "Content-Type: text/calendar; charset=utf-8; method=" + method,
                        "Content-Transfer-Encoding: 8bit",
                        "",
                        calendar,
                        "--xyz--",
                        ""));
        assertThat(diary.ahead(lead)).hasSize(1);
    }
}
