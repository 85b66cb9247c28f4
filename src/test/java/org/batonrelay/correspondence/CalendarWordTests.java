package org.batonrelay.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.baton.Leg;
import org.batonrelay.inbound.InvitationWords;
import org.batonrelay.inbound.MailDesk;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.mail.Understood;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a client writes into the answer of their calendar is their word, beside what it says of the meeting. */
class CalendarWordTests extends RunningLeg {

    @Autowired
    private MailDesk desk;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private ContactLinks links;

    @Autowired
    private TransactionTemplate transaction;

    private void isInvited() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
    }

    /** Our invitation as it came, answered. */
    private String answer(String partstat) {
        return mailbox.latest(client(), "our meeting")
                .calendar()
                .replace("\r\n", "\n")
                .replace("METHOD:REQUEST", "METHOD:REPLY")
                .replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=" + partstat);
    }

    private static String with(String ics, String property) {
        return ics.replace("END:VEVENT", property + "\nEND:VEVENT");
    }

    private void arrives(String text, String ics) {
        Contact anna = contacts.main(lead).orElseThrow();
        String id = UUID.randomUUID().toString();
        String method = ics.contains("METHOD:COUNTER") ? "COUNTER" : "REPLY";
        String raw = "From: Anna Berg <" + client() + ">\nTo: " + links.replyAddressOf(anna)
                + "\nSubject: Re: our meeting\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
                + "--b\nContent-Type: text/plain; charset=utf-8\n\n" + text
                + "\n--b\nContent-Type: text/calendar; method=" + method + "; charset=utf-8\n\n" + ics + "\n--b--\n";
        jdbc.sql("insert into incoming_mail (id, message_id, state, sender, subject, size, received_at, raw)"
                        + " values (:id, :id, 'stored', :sender, 'Re: our meeting', 1, :at, :raw)")
                .param("id", id)
                .param("sender", client())
                .param("at", HouseDay.now())
                .param("raw", raw.getBytes(StandardCharsets.UTF_8))
                .update();
        transaction.executeWithoutResult(tx -> desk.take(Understood.stored(id, raw)));
    }

    private List<String> words() {
        return correspondence.of(lead).stream()
                .filter(it -> it.direction() == Message.Direction.FROM_CLIENT)
                .map(Message::text)
                .toList();
    }

    private LedgerEntry answered() {
        return lastOnRecord("meeting.answered");
    }

    private String told(String errand, String subject) {
        errandsBeginning(errand + "\n").stream().map(Job::getId).forEach(management::executeJob);
        return mailbox.latest("ae-1@baton.example", subject).text();
    }

    @Test
    void mailC1_aDoubtBesideATentativeAnswerIsAMessageToTheHolder() {
        isInvited();
        arrives(
                "I have to check with my boss first. And the budget in your summary is wrong, it is 40k.",
                answer("TENTATIVE"));

        assertThat(answered().detail()).containsEntry("answer", "tentative");
        assertThat(words()).singleElement().asString().contains("check with my boss", "it is 40k.");
        assertThat(onRecord()).contains("message.received");
        assertThat(told("message-received", "our meeting")).contains("the budget in your summary is wrong");
        String message = correspondence.of(lead).get(0).id();
        String whole = "/leads/" + lead.value() + "/messages/" + message + "/mail";
        assertThat(new Caller(port, "ae-1").get(whole).body()).contains("I have to check with my boss first.");
        assertThat(new Caller(port, "ae-1")
                        .get(whole.replace(message, "another"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void mailC2_whatStandsInTheFileAndTheMailOfARefusalIsToldOnceAndWithTheRefusal() {
        isInvited();
        String words = "Friday would be better. Please bring the contract.";
        arrives(words, with(answer("DECLINED"), "COMMENT:" + words));

        assertThat(words()).containsExactly(words);
        assertThat(told("meeting-declined", "does not come")).contains("has declined", words);
        assertThat(told("message-received", "our meeting")).contains(words);
    }

    @Test
    void mailC3_aCommentInTheFileOfAnAcceptanceIsAMessage() {
        isInvited();
        arrives(
                "Anna Berg has accepted this invitation.\n",
                with(answer("ACCEPTED"), "COMMENT:My colleague Petra Muster will join as well"));

        assertThat(answered().detail()).containsEntry("answer", "accepted");
        assertThat(words()).containsExactly("My colleague Petra Muster will join as well");
    }

    @Test
    void mailC4_theWordsBesideAProposedTimeStandWithIt() {
        isInvited();
        arrives(
                "",
                with(
                        answer("TENTATIVE")
                                .replace("METHOD:REPLY", "METHOD:COUNTER")
                                .replaceFirst("DTSTART:.*", "DTSTART:20991224T140000Z"),
                        "COMMENT:Can we do 2 pm instead? I also need the price list."));

        assertThat(words()).containsExactly("Can we do 2 pm instead? I also need the price list.");
        assertThat(told("meeting-declined", "proposes another time"))
                .contains("Thu 24 Dec 2099", "I also need the price list.");
    }

    @Test
    void mailC5_aProposedTimeInAZoneNamedUtcIsTold() {
        isInvited();
        arrives(
                "",
                answer("TENTATIVE")
                        .replace("METHOD:REPLY", "METHOD:COUNTER")
                        .replaceFirst("DTSTART:.*", "DTSTART;TZID=UTC:20991224T140000"));

        assertThat(told("meeting-declined", "proposes another time")).contains("Thu 24 Dec 2099");
    }

    @Test
    void mailC5_aYesToAnEarlierTimeInUtcCountsForNoMovedMeeting() {
        isInvited();
        String before = answer("ACCEPTED").replaceFirst("DTSTART:(.*)Z", "DTSTART;TZID=UTC:$1");
        assertThat(before).contains("TZID=UTC");
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(9)));
        arrives("", before);

        assertThat(onRecord()).doesNotContain("meeting.answered");
    }

    @Test
    void theNoteInsideWhatTheirProgramWritesIsAMessage() {
        assertThat(
                        InvitationWords.in(
                                "Anna Berg has declined this invitation with this note:\n\n\"Friday would be better\"\n\n"
                                        + "our meeting\nWhen: Tue 8 Dec\n\nInvitation from Google Calendar: https://calendar.google.com"))
                .isEqualTo("Friday would be better");
    }

    @Test
    void whatTheirProgramWritesIsNoMessage() {
        isInvited();
        arrives(
                "Anna Berg has accepted this invitation.\n\nour meeting\nWhen: Tue 8 Dec 2026 10am\nOrganizer: Alex Winter\n\n"
                        + "Invitation from Google Calendar: https://calendar.google.com/calendar/\n\nYou are receiving this email because you are an attendee.",
                answer("ACCEPTED"));

        assertThat(answered().detail()).containsEntry("answer", "accepted");
        assertThat(words()).isEmpty();
    }
}
