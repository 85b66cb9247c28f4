package org.batonrelay.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** The days that figures are asked for, in the house's zone. @param last the last day, too */
record FigureDays(LocalDate first, LocalDate last, ZoneId zone) {

    private static final String HOUSE = "marketing";
    private static final int USUAL = 90;

    /** The last ninety days, unless other days are asked for. */
    static FigureDays of(@Nullable LocalDate from, @Nullable LocalDate to, BusinessCalendar calendar) {
        LocalDate last = to == null ? calendar.today(HOUSE) : to;
        return new FigureDays(from == null ? last.minusDays(USUAL) : from, last, calendar.zone(HOUSE));
    }

    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant until() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
