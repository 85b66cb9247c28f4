package org.batonrelay.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What Baton knows better than Jollyday of one country, in the words in which a house corrects its own holidays.
 *
 * @param also days beside Jollyday's
 * @param except those of Jollyday's that are none
 */
record HolidayCorrections(List<WrittenHoliday> also, List<WrittenHoliday> except) {

    private static final String FILE = "/calendar/holidays.txt";

    /** @param country in small letters */
    static HolidayCorrections of(String country) {
        List<String[]> lines = lines().stream()
                .map(line -> line.split("; ", 3))
                .filter(line -> line[0].equals(country))
                .toList();
        return new HolidayCorrections(written(lines, "also"), written(lines, "except"));
    }

    boolean isEmpty() {
        return also.isEmpty() && except.isEmpty();
    }

    /** The last year for which days are listed one by one; empty where none are. */
    OptionalInt lastYear() {
        return also.stream()
                .map(WrittenHoliday::year)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max();
    }

    private static List<WrittenHoliday> written(List<String[]> lines, String change) {
        return lines.stream()
                .filter(line -> line[1].equals(change))
                .map(line -> WrittenHoliday.read(line[2]).orElseThrow())
                .toList();
    }

    static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(HolidayCorrections.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
