package org.batonrelay.mail;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of months and days of the week, whole and short, in English and German. */
final class CalendarWords {

    private static final Map<String, Integer> MONTHS = new HashMap<>(Map.of("sept", 9, "jänner", 1));
    private static final Map<String, DayOfWeek> DAYS = new HashMap<>();

    static {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (Month month : Month.values()) {
                String name = month.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT);
                MONTHS.put(name, month.getValue());
                MONTHS.put(name.substring(0, 3), month.getValue());
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                DAYS.put(day.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), day);
            }
        }
    }

    private CalendarWords() {}

    /** All of them, for a regular expression. */
    static String months() {
        return longestFirst(MONTHS);
    }

    static String days() {
        return longestFirst(DAYS);
    }

    /** As a number, such as {@code 5}. */
    static String month(String name) {
        return String.valueOf(MONTHS.get(name.toLowerCase(Locale.ROOT)));
    }

    static DayOfWeek day(String name) {
        DayOfWeek day = DAYS.get(name.toLowerCase(Locale.ROOT));
        if (day == null) {
            throw new IllegalArgumentException(name + " is no day of the week");
        }
        return day;
    }

    /** So that of "March" not only "Mar" is found. */
    private static String longestFirst(Map<String, ?> names) {
        return names.keySet().stream().sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"));
    }
}
