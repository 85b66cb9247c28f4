package org.batonrelay.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.team.People;
import org.batonrelay.watch.LegDeadlines;
import org.batonrelay.watch.WrittenDeadlines;
import org.springframework.stereotype.Component;

/** When a request is reminded of, when its silence is told, and when the meeting is too near for no answer. */
@Component
class SupportDeadlines {

    private static final String ONE_DAY = "P1D";

    /** @param acceptBy when somebody else hears of it, else the meeting: what the one asked sees as due */
    record Due(Date remindAt, Date silenceAt, Date nearAt, Instant acceptBy, String managerGroup) {}

    private final WrittenDeadlines written;
    private final BusinessCalendar hours;
    private final People people;
    private final Clock clock;

    SupportDeadlines(WrittenDeadlines written, BusinessCalendar hours, People people, Clock clock) {
        this.written = written;
        this.hours = hours;
        this.people = people;
        this.clock = clock;
    }

    Due of(SupportRequest request, Instant meetingAt, String priority, String executionId) {
        String team = teamOf(request.receiver());
        LegDeadlines deadlines = written.ofRequest(Exchange.AE_TO_SALES_SUPPORT, team, priority, executionId);
        Instant now = clock.instant();
        Instant silenceAt = deadlines.escalateAt(now, hours, team);
        // told once for each date of the meeting
        Instant nearAt = request.isReportedFor(meetingAt) ? null : dayBefore(meetingAt, team);
        Instant acceptBy = Stream.of(silenceAt, nearAt)
                .filter(Objects::nonNull)
                .filter(it -> it.isAfter(now))
                .min(Instant::compareTo)
                .orElse(meetingAt);
        return new Due(
                LegDeadlines.timer(deadlines.remindAt(now, hours, team)),
                LegDeadlines.timer(silenceAt),
                LegDeadlines.timer(nearAt),
                acceptBy,
                deadlines.managerGroup());
    }

    Date nextReminder(SupportRequest request, String priority, String executionId) {
        String team = teamOf(request.receiver());
        return LegDeadlines.timer(written.ofRequest(Exchange.AE_TO_SALES_SUPPORT, team, priority, executionId)
                .remindAt(clock.instant(), hours, team));
    }

    /** How long somebody may look at a summary before silence is consent. */
    Instant checkUntil(String helper) {
        return hours.due(clock.instant(), ONE_DAY, "business", teamOf(Holder.person(helper)));
    }

    ZoneId zone(Holder receiver) {
        return hours.zone(teamOf(receiver));
    }

    /** The same time one business day earlier. */
    private Instant dayBefore(Instant meetingAt, String team) {
        ZoneId zone = hours.zone(team);
        LocalDate day = hours.businessDaysBefore(LocalDate.ofInstant(meetingAt, zone), 1, team);
        return hours.at(day, LocalTime.ofInstant(meetingAt, zone), team);
    }

    private String teamOf(Holder receiver) {
        return receiver.isGroup() ? receiver.id() : people.teamOf(receiver.id(), Exchange.AE_TO_SALES_SUPPORT.to());
    }
}
