package org.batonrelay.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.OwnTransaction;
import org.batonrelay.engine.PutOff;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agrees meetings, has people invited to them, and calls them off. Long because all that can become of a meeting stands
 * in one place.
 */
@Component
@Transactional
public class MeetingDiary {

    private final Meetings meetings;
    private final Invitations invitations;
    private final MeetingTitles titles;
    private final Batons batons;
    private final AgreedDates dates;
    private final Ledger ledger;
    private final Clock clock;
    private final OwnTransaction apart;
    private final PutOff putOff;

    MeetingDiary(
            Meetings meetings,
            Invitations invitations,
            MeetingTitles titles,
            Batons batons,
            AgreedDates dates,
            Ledger ledger,
            Clock clock,
            OwnTransaction apart,
            PutOff putOff) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.titles = titles;
        this.batons = batons;
        this.dates = dates;
        this.ledger = ledger;
        this.clock = clock;
        this.apart = apart;
        this.putOff = putOff;
    }

    /** A further one, in the transaction of the answer that agrees it. */
    public Meeting fix(LeadReference reference, Instant startsAt) {
        return meetings.fix(reference, startsAt, titles.of(reference));
    }

    /** The one that a qualification brought with it. */
    public Meeting agreed(LeadReference reference, String meetingOn) {
        Instant startsAt = dates.time("Meeting", meetingOn, dates.teamOf(reference));
        long wentBack = ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.LEG_SENT_BACK)
                .count();
        return meetings.agreed(reference, startsAt, titles.of(reference), 1 + (int) wentBack);
    }

    /** The same; whoever gets the summary that was just written is invited by that very mail. */
    public void enclose(LeadReference reference, String meetingOn) {
        Meeting meeting = agreed(reference, meetingOn);
        if (meeting.isUnknown()) {
            meetings.save(meeting.enclose());
        }
    }

    /**
     * The meeting that this contact is invited to by a summary, if any; they count as told, and only the mail is still to
     * be sent.
     *
     * @param again whether it goes again to somebody who may have it
     */
    Optional<Meeting> goesWithSummary(Contact contact, boolean again) {
        return ahead(contact.reference()).stream()
                .filter(meeting -> meeting.withSummary() && invitations.isToEnclose(meeting, contact, again))
                .findFirst()
                .map(meeting -> {
                    String host = batons.get(contact.reference()).holder().value();
                    invitations.enclosed(meeting, contact);
                    // when the mail is gone: nobody who changes the lead meanwhile has to wait for the mail server
                    putOff.untilTheEnd(() -> meetings.markInvited(meeting, host));
                    return meeting.status() == Meeting.Status.FIXED ? meeting.invite(host) : meeting;
                });
    }

    /**
     * The same meeting at another time; everybody is told by {@link #invite}. Nothing has changed where the time is the
     * same.
     */
    public Meeting move(Meeting meeting, Instant startsAt) {
        if (meeting.startsAt().equals(startsAt) && meeting.isOn()) {
            return meeting;
        }
        Meeting moved = meetings.save(meeting.moveTo(startsAt));
        record(meeting, EntryType.MEETING_MOVED, entry -> entry.with("to", startsAt.toString()));
        return moved;
    }

    /** It does not take place; whoever was invited is told by {@link #invite}. */
    public Meeting callOff(Meeting meeting) {
        Meeting off = meetings.save(meeting.callOff());
        record(meeting, EntryType.MEETING_CALLED_OFF, entry -> entry);
        return off;
    }

    /** Nobody of the client came. */
    public Meeting miss(String uid) {
        Meeting missed = meetings.save(meetings.get(uid).miss());
        record(missed, EntryType.MEETING_MISSED, entry -> entry.with("times", missed.missed()));
        return missed;
    }

    public int timesMissed(String uid) {
        return meetings.get(uid).missed();
    }

    private void record(Meeting meeting, EntryType type, UnaryOperator<NewEntry> more) {
        ledger.append(more.apply(NewEntry.of(meeting.reference(), type)
                .leg(batons.get(meeting.reference()).leg().id())
                .with("at", meeting.startsAt().toString())
                .with("meeting", meeting.uid())));
    }

    /**
     * Tells everybody what has changed since: invites to what is agreed, and takes back what was called off.
     *
     * @param meetingOn the date that a qualification brought with it, or null
     */
    public void invite(LeadReference reference, @Nullable String meetingOn) {
        // apart: whoever else knows of it does not have to wait until everybody is invited
        Optional<Meeting> brought = Optional.ofNullable(meetingOn).map(it -> apart.run(() -> agreed(reference, it)));
        if (batons.get(reference).leg() == Leg.ONBOARDING) {
            // the mail server was away for so long that the deal is over: nobody needs what nobody has heard of
            brought.filter(Meeting::isUnknown).map(Meeting::callOff).ifPresent(meetings::save);
        }
        toTell(reference).forEach(this::tell);
    }

    /** The same for one meeting, whatever the leg. */
    void tell(Meeting meeting) {
        if (meeting.status() == Meeting.Status.FIXED) {
            String host = batons.get(meeting.reference()).holder().value();
            tell(meeting, meeting.invite(host), told -> invitations.invite(told, meeting.wasToldOf()));
        } else if (meeting.status() == Meeting.Status.REVOKED) {
            tell(meeting, meeting.forget(), invitations::cancel);
        } else if (meeting.withSummary() && meeting.isAhead(clock.instant())) {
            // the client has got it with the summary already
            invitations.inviteOthers(meeting);
        }
    }

    /** A new holder finds the coming meetings in their calendar, and the client in theirs who looks after them now. */
    void inviteHolder(LeadReference reference) {
        String host = batons.get(reference).holder().value();
        ahead(reference).stream()
                .filter(meeting -> meeting.status() == Meeting.Status.INVITED && !host.equals(meeting.host()))
                .forEach(meeting -> tell(meeting, meeting.passTo(host), invitations::passOn));
    }

    /** Whoever has joined is invited, whoever has left is not any more. */
    void inviteGuests(LeadReference reference) {
        ahead(reference).stream()
                .filter(meeting -> meeting.status() == Meeting.Status.INVITED && invitations.isWrong(meeting))
                .forEach(meeting -> tell(meeting, meeting.changeGuests(), invitations::putRight));
    }

    /** Saved when everybody is told: nobody who changes the lead meanwhile has to wait for the mail server. */
    private void tell(Meeting known, Meeting told, Consumer<Meeting> mail) {
        mail.accept(told);
        putOff.untilTheEnd(() -> meetings.replace(known, told));
    }

    /** The one whose summary is wanted now has taken place, whatever was planned. */
    public void holdNext(LeadReference reference) {
        ahead(reference).stream().findFirst().map(Meeting::hold).ifPresent(meetings::save);
    }

    /**
     * Calls off what nobody needs any more.
     *
     * @return those that somebody was told of, perhaps at an earlier time, and now has to be told about
     */
    public List<Meeting> callOff(LeadReference reference) {
        return toTell(reference)
                .map(meeting ->
                        meetings.save(meeting.status() == Meeting.Status.REVOKED ? meeting.forget() : meeting.cancel()))
                .filter(Meeting::wasToldOf)
                .toList();
    }

    /** What still matters to those who were invited: what lies ahead, and what they do not know to be off. */
    private Stream<Meeting> toTell(LeadReference reference) {
        Instant now = clock.instant();
        return meetings.of(reference).stream()
                .filter(meeting -> meeting.isAhead(now) || meeting.status() == Meeting.Status.REVOKED);
    }

    /** Tells whoever was invited. */
    void tellOfCalledOff(String uid) {
        invitations.cancel(meetings.get(uid));
    }

    public List<Meeting> ahead(LeadReference reference) {
        Instant now = clock.instant();
        return meetings.of(reference).stream()
                .filter(meeting -> meeting.isAhead(now))
                .toList();
    }

    /** The one that comes next. */
    public Optional<Meeting> next(LeadReference reference) {
        return ahead(reference).stream().findFirst();
    }

    /** Whether a meeting was ever agreed. */
    public boolean isAny(LeadReference reference) {
        return !meetings.of(reference).isEmpty();
    }
}
