package org.batonrelay.team;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away.
 *
 * @param lastDay the last whole day away
 * @param startsAt the first instant at which they are away
 * @param endsAt the first instant at which they are back; earlier than agreed once they have come back early
 * @param substitute who stands in, a user id; null for nobody
 */
public record Absence(
        String id,
        String person,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant startsAt,
        Instant endsAt,
        @Nullable String substitute,
        String notedBy) {

    boolean meets(Absence other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay);
    }

    String days() {
        return firstDay.equals(lastDay) ? "on " + firstDay : "from " + firstDay + " to " + lastDay;
    }
}
