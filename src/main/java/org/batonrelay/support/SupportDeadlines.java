package org.batonrelay.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.LegDeadlines;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a request is reminded of, when its silence is told, and when the meeting is too near for no answer. */
@Component
class SupportDeadlines {

    /** A timer needs some date; this one is never. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String ONE_DAY = "P1D";

    /** @param acceptBy when somebody else hears of it: what the one asked sees as due; null for never */
    record Due(
            Instant remindAt,
            Instant silenceAt,
            Instant nearAt,
            @Nullable Instant acceptBy,
            String managerGroup) {}

    private final Decisions decisions;
    private final BusinessCalendar hours;
    private final People people;
    private final Clock clock;

    SupportDeadlines(Decisions decisions, BusinessCalendar hours, People people, Clock clock) {
        this.decisions = decisions;
        this.hours = hours;
        this.people = people;
        this.clock = clock;
    }

    Due of(SupportRequest request, Instant meetingAt, String priority, String executionId) {
        LegDeadlines written = read(priority, executionId);
        String team = teamOf(request.receiver());
        Instant now = clock.instant();
        Instant silenceAt = written.escalateAt(now, hours, team);
        // told once for each date of the meeting
        Instant nearAt = meetingAt.equals(request.reportedFor()) ? null : dayBefore(meetingAt, team);
        Instant acceptBy = Stream.of(silenceAt, nearAt)
                .filter(Objects::nonNull)
                .filter(it -> it.isAfter(now))
                .min(Instant::compareTo)
                .orElse(meetingAt);
        return new Due(
                orNever(written.remindAt(now, hours, team)),
                orNever(silenceAt),
                orNever(nearAt),
                acceptBy,
                written.managerGroup());
    }

    Instant nextReminder(SupportRequest request, String priority, String executionId) {
        return orNever(read(priority, executionId).remindAt(clock.instant(), hours, teamOf(request.receiver())));
    }

    /** How long somebody may look at a summary before silence is consent. */
    Instant checkUntil(String helper) {
        return hours.due(clock.instant(), ONE_DAY, "business", people.teamOf(helper));
    }

    ZoneId zone(Holder receiver) {
        return hours.zone(teamOf(receiver));
    }

    private LegDeadlines read(String priority, String executionId) {
        return decisions.decide(
                "handoff-deadlines",
                Map.of("exchange", Exchange.AE_TO_SALES_SUPPORT.id(), "priority", priority),
                executionId,
                outputs -> LegDeadlines.of(outputs, "remindEvery", hours));
    }

    /** The same time one business day earlier. */
    private Instant dayBefore(Instant meetingAt, String team) {
        ZoneId zone = hours.zone(team);
        LocalDate day = hours.businessDaysBefore(LocalDate.ofInstant(meetingAt, zone), 1, team);
        return hours.at(day, LocalTime.ofInstant(meetingAt, zone), team);
    }

    private String teamOf(Holder receiver) {
        return receiver.isGroup() ? receiver.id() : people.teamOf(receiver.id());
    }

    private static Instant orNever(@Nullable Instant at) {
        return at == null ? NEVER : at;
    }
}
