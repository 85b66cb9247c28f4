package org.batonrelay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One time at which an entry takes place.
 *
 * @param from the first day for whole days, else a wall-clock time
 * @param to the day behind the last one, else a wall-clock time
 */
public record EntryTime(boolean wholeDays, LocalDateTime from, LocalDateTime to, Optional<Exact> exact) {

    /** When that is; a time without a zone is in the reader's. */
    public record Exact(Instant from, Instant to) {}

    /** The whole days of a team that it takes away; empty where it takes none, such as two hours in the afternoon. */
    public Optional<DaysAway> days(BusinessCalendar calendar, String team) {
        if (wholeDays) {
            LocalDate first = from.toLocalDate();
            LocalDate last = to.toLocalDate().minusDays(1);
            return Optional.of(new DaysAway(first, last.isBefore(first) ? first : last));
        }
        Exact when = exact.orElseGet(() -> new Exact(
                from.atZone(calendar.zone(team)).toInstant(),
                to.atZone(calendar.zone(team)).toInstant()));
        return calendar.daysWithin(when.from(), when.to(), team);
    }
}
