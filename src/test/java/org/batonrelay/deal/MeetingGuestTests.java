package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.meeting.WhoMeets;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations go to the client's people and ours: to those who were told the last summary, and whom the holder wants. */
class MeetingGuestTests extends RunningLeg {

    @Autowired
    private MeetingDiary diary;

    @Autowired
    private WhoMeets who;

    @Autowired
    private AcceptedHelpers helpers;

    @Autowired
    private TransactionTemplate transaction;

    private Contact bob;

    @BeforeEach
    void theClientHasTwoPeople() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        String bobs = "bob@" + client().replaceAll(".*@", "");
        bob = contacts.add(lead, "Bob Birch", bobs, null, null, null);
    }

    private void works(Map<String, Object> values) {
        completes("ae-1", "workDeal", values);
    }

    private void isFixed() {
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
    }

    private void choose(boolean invited) {
        transaction.executeWithoutResult(tx -> who.choose(bob, invited, "ae-1"));
        errandsRun();
    }

    private List<Mail> mails(String address) {
        return mailbox.of(address).stream()
                .filter(mail -> lead.value().equals(mail.header("X-Baton-Lead")))
                .toList();
    }

    private static String event(Mail mail) {
        return mail.calendar().replace("\n ", "");
    }

    @Test
    void whoeverGotTheLastSummaryIsInvitedAndWhoeverDidNotIsNot() {
        isFixed();
        assertThat(mails(client())).hasSize(1);
        assertThat(mails(bob.email())).isEmpty();
        works(Map.of("dealDecision", "summary"));
        completes("ae-1", "writeSummary", alsoTo(bob.email()));

        works(Map.of("dealDecision", "meeting", "meetingOn", time(9)));
        fires("inviteToMeeting");

        Mail invitation = mailbox.latest(bob.email(), "our meeting");
        assertThat(event(invitation))
                .contains("mailto:" + client(), "mailto:" + bob.email(), "mailto:ae-1@baton.example", "Two plants");
    }

    @Test
    void whomTheHolderWantsIsInvitedAtOnceAndReadsNothingThatWasNotSentToThem() {
        works(Map.of("dealDecision", "summary"));
        completes("ae-1", "writeSummary", aSummary());
        isFixed();
        assertThat(event(mailbox.latest(client(), "our meeting"))).contains("Two plants");

        choose(true);

        assertThat(mails(bob.email())).hasSize(1);
        assertThat(event(mails(bob.email()).get(0)))
                .contains("METHOD:REQUEST", "mailto:" + bob.email())
                .doesNotContain("Two plants");
        assertThat(mails(client()).stream().filter(it -> it.subject().contains("our meeting")))
                .as("nobody else is written to")
                .hasSize(1);
    }

    @Test
    void whoIsLeftOutLosesTheMeetingAndGetsItBackWithAHigherNumber() {
        transaction.executeWithoutResult(tx -> who.choose(bob, true, "ae-1"));
        isFixed();
        assertThat(event(mails(bob.email()).get(0))).contains("SEQUENCE:0");

        choose(false);
        assertThat(event(mails(bob.email()).get(1))).contains("METHOD:CANCEL", "SEQUENCE:1");
        choose(true);
        assertThat(event(mails(bob.email()).get(2))).contains("METHOD:REQUEST", "SEQUENCE:2");
        works(Map.of("dealDecision", "meeting", "meetingChange", "call-off"));
        fires("inviteToMeeting");

        assertThat(event(mails(bob.email()).get(3))).contains("METHOD:CANCEL", "SEQUENCE:3");
        assertThat(mails(client())).hasSize(2);
    }

    @Test
    void whoOfOursTakesPartIsInvitedAndToldWhenTheyDoNotAnyMore() {
        isFixed();
        String uid = diary.next(lead).orElseThrow().uid();

        helpers.accept(uid, List.of("sales-support-1"));
        transaction.executeWithoutResult(tx -> who.changed(lead));
        errandsRun();
        assertThat(event(mails("sales-support-1@baton.example").get(0)))
                .contains("METHOD:REQUEST", "UID:" + uid, "mailto:sales-support-1@baton.example");

        helpers.withdraw(uid);
        transaction.executeWithoutResult(tx -> who.changed(lead));
        errandsRun();
        assertThat(event(mails("sales-support-1@baton.example").get(1))).contains("METHOD:CANCEL", "UID:" + uid);
        assertThat(mails("ae-1@baton.example").stream()
                        .filter(it -> !it.calendar().isEmpty()))
                .hasSize(1);
    }

    private static Map<String, Object> alsoTo(String address) {
        Map<String, Object> summary = new HashMap<>(aSummary());
        summary.put("alsoTo", address);
        return summary;
    }
}
