package org.batonrelay.mornings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errands;
import org.batonrelay.meeting.ComingMeetings;
import org.batonrelay.meeting.ComingMeetings.Coming;
import org.springframework.stereotype.Component;

/** Looks which meetings are two business days ahead; whoever holds the baton then is told, once a meeting and time. */
@Component
class MeetingEves {

    /** Two business days are never further away, whatever weekends and holidays lie between. */
    private static final Duration FURTHEST = Duration.ofDays(14);

    private final ComingMeetings meetings;
    private final Batons batons;
    private final AgreedDates dates;
    private final BusinessCalendar calendar;
    private final Errands errands;
    private final Clock clock;

    MeetingEves(
            ComingMeetings meetings,
            Batons batons,
            AgreedDates dates,
            BusinessCalendar calendar,
            Errands errands,
            Clock clock) {
        this.meetings = meetings;
        this.batons = batons;
        this.dates = dates;
        this.calendar = calendar;
        this.errands = errands;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        meetings.between(now, now.plus(FURTHEST)).stream()
                .filter(meeting -> !now.isBefore(eve(meeting)))
                .forEach(meeting -> errands.once(TellMeetingEve.NAME, occasion(meeting)));
    }

    /** A new holder within these two days is told as well: it is their meeting now. */
    private TellMeetingEve.Eve occasion(Coming meeting) {
        return new TellMeetingEve.Eve(
                meeting.uid(),
                meeting.startsAt(),
                batons.get(meeting.reference()).holder());
    }

    /** The opening two business days before. */
    Instant eve(Coming meeting) {
        String team = dates.teamOf(meeting.reference());
        LocalDate day = dates.day(meeting.startsAt(), team);
        return calendar.opening(calendar.businessDaysBefore(day, 2, team), team);
    }
}
