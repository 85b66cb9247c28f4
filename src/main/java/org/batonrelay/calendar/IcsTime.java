package org.batonrelay.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or a time of an iCalendar file.
 *
 * @param wholeDay a date without a time; its local time is midnight
 */
record IcsTime(LocalDateTime local, IcsZone zone, boolean wholeDay) {

    private static final IcsZone UTC = IcsZone.of(ZoneOffset.UTC);
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?",
            Pattern.CASE_INSENSITIVE);

    /** @throws NotUnderstood with what it says */
    static IcsTime read(IcsLine line, String value, IcsZones zones) {
        Matcher written = WRITTEN.matcher(value.strip());
        try {
            if (written.matches()) {
                LocalDate date = LocalDate.of(number(written, 1), number(written, 2), number(written, 3));
                return written.group(4) == null || line.parameter("VALUE").equalsIgnoreCase("DATE")
                        ? new IcsTime(date.atStartOfDay(), IcsZone.FLOATING, true)
                        : new IcsTime(time(date, written), zone(line, written, zones), false);
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        throw new NotUnderstood(line.name() + " is '" + value + "', which is no date");
    }

    IcsTime with(LocalDateTime other) {
        return new IcsTime(other, zone, wholeDay);
    }

    LocalDate date() {
        return local.toLocalDate();
    }

    boolean isFloating() {
        return zone == IcsZone.FLOATING;
    }

    Instant at(ZoneId usual) {
        return isFloating() ? local.atZone(usual).toInstant() : zone.at(local);
    }

    /** Whether another line means this one of a series, however it writes it. */
    boolean isMeantBy(IcsTime other, ZoneId usual) {
        if (wholeDay || other.wholeDay) {
            return date().equals(other.dateOf(usual));
        }
        return isFloating() || other.isFloating()
                ? local.equals(other.local)
                : zone.at(local).equals(other.zone.at(other.local));
    }

    /** The day that is meant where a day is asked for: midnight is a day written with a time. */
    LocalDate dateOf(ZoneId usual) {
        return isFloating() || local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date()
                : at(usual).atZone(usual).toLocalDate();
    }

    private static LocalDateTime time(LocalDate date, Matcher written) {
        int second = written.group(6) == null ? 0 : Math.min(59, number(written, 6));
        return number(written, 4) == 24
                ? date.plusDays(1).atTime(0, number(written, 5), second)
                : date.atTime(number(written, 4), number(written, 5), second);
    }

    private static IcsZone zone(IcsLine line, Matcher written, IcsZones zones) {
        String offset = written.group(7);
        if (offset != null) {
            return offset.equalsIgnoreCase("Z") ? UTC : IcsZone.of(ZoneOffset.of(offset));
        }
        return line.parameter("TZID").isBlank() ? zones.usual() : zones.named(line.parameter("TZID"));
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
