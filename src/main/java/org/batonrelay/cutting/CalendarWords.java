package org.batonrelay.cutting;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of months and days of the week, in English and German whole and short, in other languages of Europe whole. */
public final class CalendarWords {

    /** Where two of them call different months the same, the first one is right. */
    private static final List<Locale> OTHERS = Stream.of(
                    "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "el", "ru",
                    "uk", "bg", "tr", "sl", "hr")
            .map(Locale::forLanguageTag)
            .toList();

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
        // the form behind a day and the form that stands alone: "7 grudnia", "grudzień"
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
            for (Locale language : OTHERS) {
                for (Month month : Month.values()) {
                    MONTHS.putIfAbsent(word(month.getDisplayName(style, language), language), month.getValue());
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    DAYS.putIfAbsent(word(day.getDisplayName(style, language), language), day);
                }
            }
        }
    }

    private CalendarWords() {}

    /** All of them, for a regular expression. */
    public static String months() {
        return longestFirst(MONTHS);
    }

    public static String days() {
        return longestFirst(DAYS);
    }

    /** As a number, such as {@code 5}. */
    public static String month(String name) {
        return String.valueOf(MONTHS.get(word(name, Locale.ROOT)));
    }

    /** Whether it is a month or a day of the week, perhaps its beginning only: "mar", "czw". */
    static boolean isOne(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.length() >= 2
                && Stream.concat(MONTHS.keySet().stream(), DAYS.keySet().stream())
                        .anyMatch(name ->
                                name.startsWith(small) && (small.length() <= 4 || name.length() <= small.length() + 1));
    }

    public static DayOfWeek day(String name) {
        DayOfWeek day = DAYS.get(word(name, Locale.ROOT));
        if (day == null) {
            throw new IllegalArgumentException(name + " is no day of the week");
        }
        return day;
    }

    private static String word(String name, Locale language) {
        return name.toLowerCase(language).toLowerCase(Locale.ROOT);
    }

    /** So that of "March" not only "Mar" is found. */
    private static String longestFirst(Map<String, ?> names) {
        return names.keySet().stream().sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"));
    }
}
