package org.batonrelay.relay;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when a customer can start.
 *
 * @param told the earlier day that they were told, or null
 */
record StartDay(LocalDate day, @Nullable LocalDate told) {

    /** Dates as forms send them. */
    StartDay(String day, @Nullable String told) {
        this(read(day), told == null ? null : read(told));
    }

    private static LocalDate read(String date) {
        return LocalDate.parse(date.substring(0, 10));
    }
}
