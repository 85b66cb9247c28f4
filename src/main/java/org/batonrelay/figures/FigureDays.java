package org.batonrelay.figures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.insight.LeadAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The days that figures are asked for; days are those of the managers.
 *
 * @param last the last day, too
 */
record FigureDays(LocalDate first, LocalDate last, Instant from, Instant until, ZoneId zone) {

    private static final String MANAGERS = "manager";
    private static final int USUAL = 90;

    /** Each entry of the time asked for is looked at. */
    private static final int MOST = 800;

    private static final int LENGTH_OF_A_DAY = 10;

    /**
     * The last ninety days, unless other days are asked for.
     *
     * @throws org.springframework.web.ErrorResponseException for what is no day, and for too many of them
     */
    static FigureDays of(@Nullable String from, @Nullable String to, BusinessCalendar calendar) {
        LocalDate last = to == null || to.isBlank() ? calendar.today(MANAGERS) : day("to", to.strip());
        LocalDate first = from == null || from.isBlank() ? last.minusDays(USUAL) : day("from", from.strip());
        if (first.isAfter(last)) {
            throw refused("\"from\" is after \"to\": " + first + " and " + last + ".");
        }
        if (ChronoUnit.DAYS.between(first, last) > MOST) {
            throw refused("That is more than " + MOST + " days. Ask for a shorter time.");
        }
        return of(first, last, calendar.zone(MANAGERS));
    }

    /** The same in the zone of whoever reads; null for the managers'. */
    static FigureDays of(@Nullable String from, @Nullable String to, @Nullable String zone, BusinessCalendar calendar) {
        FigureDays days = of(from, to, calendar);
        if (zone == null || zone.isBlank()) {
            return days;
        }
        try {
            return of(days.first(), days.last(), ZoneId.of(zone.strip()));
        } catch (DateTimeException e) {
            throw refused("\"zone\" is a time zone such as Europe/Berlin.");
        }
    }

    /** As many days, directly before these. */
    FigureDays before() {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return of(first.minusDays(days), first.minusDays(1), zone);
    }

    static FigureDays of(LocalDate first, LocalDate last, ZoneId zone) {
        return new FigureDays(
                first,
                last,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                zone);
    }

    private static LocalDate day(String name, String said) {
        try {
            if (said.length() == LENGTH_OF_A_DAY) {
                return LocalDate.parse(said);
            }
        } catch (DateTimeException e) {
            // no day either
        }
        throw refused("\"" + name + "\" is a day such as 2026-11-30.");
    }

    private static RuntimeException refused(String sentence) {
        return LeadAccess.refused(HttpStatus.BAD_REQUEST, sentence);
    }
}
