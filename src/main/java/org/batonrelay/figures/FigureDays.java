package org.batonrelay.figures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
        return new FigureDays(
                first,
                last,
                calendar.at(first, LocalTime.MIDNIGHT, MANAGERS),
                calendar.at(last.plusDays(1), LocalTime.MIDNIGHT, MANAGERS),
                calendar.zone(MANAGERS));
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
