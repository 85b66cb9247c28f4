package org.batonrelay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.meeting.InvitationAnswers;
import org.batonrelay.meeting.MeetingsAhead;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting, as the client's page shows it. */
class ClientMeetingTests extends RunningLeg {

    @Autowired
    private ContactLinks links;

    @Autowired
    private MeetingsAhead meetings;

    @Autowired
    private InvitationAnswers answers;

    @Test
    void showsWhenWeMeetAndWhatTheyAnswered() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        assertThat(page()).doesNotContain("When we meet");
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        assertThat(page()).contains("When we meet", "The invitation for your calendar came by mail");
        fires("inviteToMeeting");

        Contact anna = contacts.main(lead).orElseThrow();
        String invitation = mailbox.latest(client(), "our meeting").calendar().replace("\n", "\r\n");
        String reply = invitation
                .replace("METHOD:REQUEST", "METHOD:REPLY")
                .replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=TENTATIVE");
        assertThat(answers.take(lead, anna, reply.getBytes(StandardCharsets.UTF_8)))
                .isTrue();

        assertThat(meetings.of(anna))
                .singleElement()
                .satisfies(it -> assertThat(it.answer()).isEqualTo("tentative"));
        assertThat(page()).contains("You accepted for now");
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingChange", "call-off"));
        assertThat(page()).doesNotContain("When we meet");
    }

    @Test
    void showsTheCardWhatCalendarsAnswered() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
        String reply = mailbox.latest(client(), "our meeting")
                .calendar()
                .replace("\n", "\r\n")
                .replace("METHOD:REQUEST", "METHOD:REPLY")
                .replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED");
        answers.take(lead, contacts.main(lead).orElseThrow(), reply.getBytes(StandardCharsets.UTF_8));

        completes("ae-1", "workDeal", Map.of("dealDecision", "meeting", "meetingOn", time(9)));

        String card = String.valueOf(
                tasks.getVariableLocal(task(lead.value(), "workDeal").getId(), "card"));
        assertThat(card).contains("; Anna Berg accepted");
    }

    private String page() {
        String address = links.pageOf(contacts.main(lead).orElseThrow());
        return new Caller(port, "sdr-1").get(URI.create(address).getPath()).body();
    }
}
