package org.batonrelay.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A holiday as people write it: {@code 2026-12-24}, {@code 12-24 Christmas Eve} (every year), {@code Whit Monday} or
 * {@code Whit Monday 2027}.
 *
 * @param year null for every year
 * @param day null for the day on which the calendar has the one of this name
 * @param name empty where only a day is written
 */
record WrittenHoliday(@Nullable Integer year, @Nullable MonthDay day, String name) {

    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})-)?(\\d{1,2})-(\\d{1,2})\\b[,:]?\\s*(.*)");
    private static final Pattern NAME = Pattern.compile("(.*\\p{L}.*?)\\s*(\\d{4})?");

    /** Empty for what is neither, such as 30 February. */
    static Optional<WrittenHoliday> read(String text) {
        Matcher day = DAY.matcher(text.strip());
        if (day.matches()) {
            return day(day);
        }
        Matcher name = NAME.matcher(text.strip());
        return name.matches() && !key(name.group(1)).isBlank()
                ? Optional.of(new WrittenHoliday(number(name.group(2)), null, name.group(1)))
                : Optional.empty();
    }

    private static Optional<WrittenHoliday> day(Matcher written) {
        try {
            Integer year = number(written.group(1));
            MonthDay day = MonthDay.of(Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3)));
            return year == null || day.isValidYear(year)
                    ? Optional.of(new WrittenHoliday(year, day, written.group(4)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Jollyday's {@code christian.EASTER_MONDAY} is Easter Monday, Easter-Monday and EASTER_MONDAY to people. */
    static String key(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .toUpperCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    boolean isIn(int wanted) {
        return year == null || year == wanted;
    }

    /** Its date in a year; empty where it is written by its name, or is not in that year. */
    Optional<LocalDate> in(int wanted) {
        return day != null && isIn(wanted) && day.isValidYear(wanted)
                ? Optional.of(day.atYear(wanted))
                : Optional.empty();
    }

    boolean means(Holiday holiday) {
        int there = holiday.date().getYear();
        return day == null
                ? isIn(there)
                        && (key(name).equals(key(holiday.key())) || key(name).equals(key(holiday.name())))
                : in(there).filter(holiday.date()::equals).isPresent();
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
