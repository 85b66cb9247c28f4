package org.batonrelay.support;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.deal.SupportWanted;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.ComingMeetings;
import org.batonrelay.meeting.ComingMeetings.Coming;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a request down, in the transaction of the AE's answer, or says why it cannot be asked for. */
@Component
@Transactional
class SupportAsking {

    private static final Holder USUAL = Holder.group("sales-support");

    private final SupportRequests requests;
    private final ComingMeetings meetings;
    private final Batons batons;
    private final People people;
    private final Clock clock;

    SupportAsking(SupportRequests requests, ComingMeetings meetings, Batons batons, People people, Clock clock) {
        this.requests = requests;
        this.meetings = meetings;
        this.batons = batons;
        this.people = people;
        this.clock = clock;
    }

    /** @throws Refusal without a meeting ahead, without a briefing, or for somebody who cannot be asked */
    @EventListener
    void on(SupportWanted wanted) {
        Coming meeting = meeting(wanted.reference(), wanted.meeting());
        Holder receiver = wanted.by() == null ? USUAL : receiver(wanted.reference(), wanted.by());
        boolean asked = requests.of(wanted.reference()).stream()
                .anyMatch(it -> !it.isOver()
                        && !receiver.isGroup()
                        && it.meeting().equals(meeting.uid())
                        && (it.receiver().equals(receiver) || receiver.id().equals(it.helper())));
        if (asked) {
            throw new Refusal("Who shall join: " + receiver.id() + " has been asked for this meeting already.");
        }
        requests.add(new SupportRequest(
                wanted.id(),
                wanted.reference(),
                meeting.uid(),
                CurrentActor.name(),
                receiver,
                Briefing.of(wanted.part(), wanted.goal(), wanted.leaveOut(), wanted.minutes()),
                SupportRequest.State.ASKED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null,
                null));
    }

    private Coming meeting(LeadReference reference, @Nullable String uid) {
        return meetings.ahead(reference).stream()
                .filter(it -> uid == null || it.uid().equals(uid))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(
                                "Meeting: there is no such meeting ahead. Fix the meeting first, then ask somebody to join it."));
    }

    private Holder receiver(LeadReference reference, String written) {
        Holder receiver = new Holder(written);
        boolean known = receiver.isGroup()
                ? !people.members(receiver.id()).isEmpty() && !Partners.isGroup(receiver.id())
                : people.isWorking(receiver.id()) && !Partners.isPartner(people.groupsOf(receiver.id()));
        if (!known) {
            throw new Refusal("Who shall join: there is nobody of the house called '" + receiver.id()
                    + "'. Leave it empty for sales support, or name a user id, or group: and a group id.");
        }
        if (receiver.equals(batons.get(reference).holder())) {
            throw new Refusal("Who shall join: you are in the meeting anyway. Name somebody else.");
        }
        return receiver;
    }
}
