package org.batonrelay.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people and programs write it into a list. Whether 01/02/2027 is January or February nobody can tell: it is
 * none. What a clock says behind the day does not matter.
 */
final class WrittenDay {

    private static final String TIME = "(?:[T,]?\\s*(?:um|at|à)?\\s*\\d{1,2}[:.h]\\d{2}\\S*(?:\\s*\\S{1,6}){0,3})?\\s*";
    private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,?\\s+)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})\\.?" + TIME + "(?:Z)?");
    private static final Pattern BARE = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DOTTED =
            Pattern.compile(WEEKDAY + "(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4}|\\d{2})" + TIME);
    private static final Pattern SLASHED =
            Pattern.compile(WEEKDAY + "(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_FIRST = Pattern.compile(WEEKDAY
            + "(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s-]*(?:de |of )?(\\p{L}{3,12})\\.?,?[\\s-]*(?:de )?(\\d{4}|\\d{2})"
            + TIME);
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + "(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME);
    private static final Map<String, Month> MONTHS = months();

    private WrittenDay() {}

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        List<Locale> languages = List.of(
                Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, new Locale("es"), Locale.ITALIAN, new Locale("nl"));
        for (Locale language : languages) {
            for (Month month : Month.values()) {
                String name = plain(month.getDisplayName(TextStyle.FULL, language));
                months.putIfAbsent(name, month);
                months.putIfAbsent(plain(month.getDisplayName(TextStyle.SHORT, language)), month);
                if (language.equals(Locale.ENGLISH) || language.equals(Locale.GERMAN)) {
                    for (int end = 3; end < name.length(); end++) {
                        months.putIfAbsent(name.substring(0, end), month);
                    }
                }
            }
        }
        months.put("mrz", Month.MARCH);
        months.put("maerz", Month.MARCH);
        months.put("janner", Month.JANUARY);
        months.put("feber", Month.FEBRUARY);
        return months;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^a-z]", "");
    }

    /** Null for what is no day, or could be two. */
    static @Nullable LocalDate read(String text) {
        String told = text.strip();
        Matcher year = YEAR_FIRST.matcher(told);
        if (year.matches()) {
            return day(year.group(1), number(year.group(3)), number(year.group(4)));
        }
        Matcher bare = BARE.matcher(told);
        if (bare.matches()) {
            return day(bare.group(1), number(bare.group(2)), number(bare.group(3)));
        }
        Matcher dotted = DOTTED.matcher(told);
        if (dotted.matches()) {
            return day(dotted.group(3), number(dotted.group(2)), number(dotted.group(1)));
        }
        Matcher slashed = SLASHED.matcher(told);
        if (slashed.matches()) {
            return slashed(number(slashed.group(1)), number(slashed.group(3)), slashed.group(4));
        }
        return worded(told);
    }

    private static @Nullable LocalDate slashed(int first, int second, String year) {
        if (first > 12 || first == second) {
            return day(year, second, first);
        }
        return second > 12 ? day(year, first, second) : null;
    }

    private static @Nullable LocalDate worded(String told) {
        Matcher dayFirst = DAY_FIRST.matcher(told);
        if (dayFirst.matches() && MONTHS.containsKey(plain(dayFirst.group(2)))) {
            return day(dayFirst.group(3), month(dayFirst.group(2)), number(dayFirst.group(1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(told);
        return monthFirst.matches() && MONTHS.containsKey(plain(monthFirst.group(1)))
                ? day(monthFirst.group(3), month(monthFirst.group(1)), number(monthFirst.group(2)))
                : null;
    }

    private static int month(String word) {
        return MONTHS.getOrDefault(plain(word), Month.JANUARY).getValue();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable LocalDate day(String year, int month, int day) {
        try {
            return LocalDate.of(year.length() == 2 ? 2000 + number(year) : number(year), month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
