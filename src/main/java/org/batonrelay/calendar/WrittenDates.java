package org.batonrelay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates as people read them: weekday, day, month by name, year. Never by numbers alone, and never by what a country is
 * used to: one reader's 4/12 is another's December.
 */
public final class WrittenDates {

    private static final String TIME = ", HH:mm";

    private WrittenDates() {}

    /** To us: {@code Tue 24 Nov 2026}. */
    public static String day(LocalDate day) {
        return day(day, Locale.ENGLISH);
    }

    /** To whoever reads this language: {@code Tue 24 Nov 2026}, {@code Di., 24. Nov. 2026}. */
    public static String day(LocalDate day, Locale language) {
        return write(pattern(language), day, language);
    }

    /** To us: {@code Tue 24 Nov 2026, 10:00 CET}. */
    public static String moment(Instant at, ZoneId zone) {
        return moment(at, zone, Locale.ENGLISH);
    }

    /** With the name of the zone, because whoever reads may be far away: {@code Di., 24. Nov. 2026, 10:00 MEZ}. */
    public static String moment(Instant at, ZoneId zone, Locale language) {
        return write(pattern(language) + TIME + " z", at.atZone(zone), language);
    }

    /** To us, in a list of what has just happened or is about to: {@code Tue 24 Nov, 10:00}. */
    public static String lately(Instant at, ZoneId zone) {
        return write("EEE d MMM" + TIME, at.atZone(zone), Locale.ENGLISH);
    }

    private static String pattern(Locale language) {
        return language.getLanguage().equals("de") ? "EEE, d. MMM yyyy" : "EEE d MMM yyyy";
    }

    private static String write(String pattern, TemporalAccessor what, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language).format(what);
    }
}
