package org.batonrelay.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long each step of a development is. */
enum Per {
    DAY,
    WEEK,
    MONTH,
    QUARTER;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Per> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    /** The first day of the step that this day is in. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER ->
                day.withMonth(day.getMonthValue() - (day.getMonthValue() - 1) % 3)
                        .withDayOfMonth(1);
        };
    }

    LocalDate next(LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
        };
    }
}
