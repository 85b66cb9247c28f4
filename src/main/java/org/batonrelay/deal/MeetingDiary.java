package org.batonrelay.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.Baton;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Leg;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agrees meetings, has people invited to them, and calls them off. */
@Component
@Transactional
class MeetingDiary {

    private final Meetings meetings;
    private final Invitations invitations;
    private final Leads leads;
    private final Batons batons;
    private final AgreedDates dates;
    private final Clock clock;

    MeetingDiary(
            Meetings meetings, Invitations invitations, Leads leads, Batons batons, AgreedDates dates, Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.leads = leads;
        this.batons = batons;
        this.dates = dates;
        this.clock = clock;
    }

    Meeting fix(LeadReference reference, Instant startsAt) {
        return meetings.fix(reference, startsAt, leads.get(reference).organisation() + ": our meeting");
    }

    /**
     * Invites to whatever is agreed and nobody has been invited to yet.
     *
     * @param meetingOn the date that a qualification brought with it, or null
     */
    void invite(LeadReference reference, @Nullable String meetingOn) {
        if (meetingOn != null) {
            fix(reference, dates.time("Meeting", meetingOn, dates.teamOf(reference)));
        }
        Baton baton = batons.get(reference);
        if (baton.leg() == Leg.ONBOARDING) {
            // the mail server was away for so long that the deal is over: nobody needs this meeting any more
            callOff(reference);
            return;
        }
        String host = baton.holder().value();
        meetings.of(reference).stream()
                .filter(meeting -> meeting.status() == Meeting.Status.FIXED)
                .map(meeting -> meetings.save(meeting.invite(host)))
                .forEach(invitations::invite);
    }

    /** A new holder finds the coming meetings in their calendar, too. */
    void inviteHolder(LeadReference reference) {
        String host = batons.get(reference).holder().value();
        ahead(reference).stream()
                .filter(meeting -> meeting.status() == Meeting.Status.INVITED && !host.equals(meeting.host()))
                .map(meeting -> meetings.save(meeting.passTo(host)))
                .forEach(invitations::inviteHost);
    }

    /** The one whose summary is wanted now has taken place, whatever was planned. */
    void holdNext(LeadReference reference) {
        ahead(reference).stream().findFirst().map(Meeting::hold).ifPresent(meetings::save);
    }

    /**
     * Calls off what nobody needs any more.
     *
     * @return those that somebody was invited to and has to be told about
     */
    List<Meeting> callOff(LeadReference reference) {
        List<Meeting> ahead = ahead(reference);
        ahead.forEach(meeting -> meetings.save(meeting.cancel()));
        return ahead.stream()
                .filter(meeting -> meeting.status() == Meeting.Status.INVITED)
                .toList();
    }

    /** Tells whoever was invited. */
    void tellOfCalledOff(String uid) {
        invitations.cancel(meetings.get(uid));
    }

    List<Meeting> ahead(LeadReference reference) {
        Instant now = clock.instant();
        return meetings.of(reference).stream()
                .filter(meeting -> meeting.isAhead(now))
                .toList();
    }

    /** Whether a meeting was ever agreed. */
    boolean isAny(LeadReference reference) {
        return !meetings.of(reference).isEmpty();
    }
}
