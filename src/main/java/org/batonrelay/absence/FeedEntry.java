package org.batonrelay.absence;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.batonrelay.calendar.DaysAway;
import org.jspecify.annotations.Nullable;

/**
 * Whole days in a row on which somebody is away, as the calendar says.
 *
 * @param label what people recognise the entry in the calendar by
 * @param person a user id
 * @param substitute the same; null for nobody
 */
record FeedEntry(
        String uid,
        String label,
        String person,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String substitute) {

    private static final int LONGEST_UID = 255;

    /** The id of an entry as it is kept; one that has none is known by its label. */
    static String kept(String uid, String label) {
        return !uid.isBlank() && uid.length() <= LONGEST_UID
                ? uid
                : UUID.nameUUIDFromBytes((uid + label).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** Days that follow each other are one stretch. */
    static List<DaysAway> joined(List<DaysAway> days) {
        List<DaysAway> joined = new ArrayList<>();
        days.stream()
                .sorted(Comparator.comparing(DaysAway::first).thenComparing(DaysAway::last))
                .forEach(next -> {
                    DaysAway last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                    if (last == null || next.first().isAfter(last.last().plusDays(1))) {
                        joined.add(next);
                    } else if (next.last().isAfter(last.last())) {
                        joined.set(joined.size() - 1, new DaysAway(last.first(), next.last()));
                    }
                });
        return joined;
    }

    /** What is left of these days of one person where others are taken already. */
    static List<DaysAway> without(DaysAway days, List<DaysAway> taken) {
        List<DaysAway> left = new ArrayList<>();
        LocalDate next = days.first();
        for (DaysAway other : joined(taken)) {
            if (other.first().isAfter(next) && !next.isAfter(days.last())) {
                LocalDate last = other.first().minusDays(1);
                left.add(new DaysAway(next, last.isBefore(days.last()) ? last : days.last()));
            }
            if (!other.last().isBefore(next)) {
                next = other.last().plusDays(1);
            }
        }
        if (!next.isAfter(days.last())) {
            left.add(new DaysAway(next, days.last()));
        }
        return left;
    }
}
