package org.batonrelay.absence;

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
 * @param feedUid of the entry in the calendar feed that it came from; null where a person has noted it
 */
public record Absence(
        String id,
        String person,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant startsAt,
        Instant endsAt,
        @Nullable String substitute,
        String notedBy,
        @Nullable String feedUid) {

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
