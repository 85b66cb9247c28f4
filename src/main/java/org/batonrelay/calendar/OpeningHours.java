package org.batonrelay.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours of a week, as written: {@code 09:00-12:00, 13:00-17:00}. */
record OpeningHours(Map<DayOfWeek, List<Hours>> week) {

    private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern HOURS = Pattern.compile("(" + TIME + ")\\s*-\\s*(" + TIME + "|24:00)");

    /** A stretch without a break. */
    record Hours(LocalTime opens, LocalTime closes) {

        LocalDateTime opensOn(LocalDate date) {
            return date.atTime(opens);
        }

        /** 24:00 is the next day's midnight. */
        LocalDateTime closesOn(LocalDate date) {
            return closes.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(closes);
        }

        boolean endsBefore(Hours next) {
            return !closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(next.opens);
        }
    }

    static OpeningHours read(String where, Map<DayOfWeek, String> texts) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        texts.forEach((day, text) ->
                week.put(day, readDay(where + ".hours." + day.name().toLowerCase(Locale.ROOT), text.strip())));
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new BadCalendar(where + ".hours has no opening hours on any day, so nothing could ever become due.");
        }
        return new OpeningHours(week);
    }

    List<Hours> of(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    private static List<Hours> readDay(String setting, String text) {
        List<Hours> hours = new ArrayList<>();
        if (text.isEmpty() || text.equals("closed")) {
            return hours;
        }
        for (String part : text.split(",")) {
            Hours next = readHours(setting, text, part.strip());
            if (!hours.isEmpty() && !hours.get(hours.size() - 1).endsBefore(next)) {
                throw new BadCalendar(setting + " is '" + text + "': its hours overlap or are not in order.");
            }
            hours.add(next);
        }
        return hours;
    }

    private static Hours readHours(String setting, String text, String part) {
        Matcher hours = HOURS.matcher(part);
        if (hours.matches()) {
            LocalTime opens = LocalTime.parse(hours.group(1));
            boolean tillMidnight = hours.group(2).equals("24:00");
            LocalTime closes = tillMidnight ? LocalTime.MIDNIGHT : LocalTime.parse(hours.group(2));
            if (tillMidnight || opens.isBefore(closes)) {
                return new Hours(opens, closes);
            }
        }
        throw new BadCalendar(setting + " is '" + text
                + "': write opening hours as 09:00-12:00, 13:00-17:00 (the day ends at 24:00), or closed.");
    }
}
