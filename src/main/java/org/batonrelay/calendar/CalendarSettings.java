package org.batonrelay.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * When each team works. What a team leaves out is as in {@code baton.calendar.default}, day by day; what that leaves
 * out is Monday to Friday 09:00-17:00, Europe/Berlin, Germany's holidays.
 */
@ConfigurationProperties("baton.calendar")
record CalendarSettings(
        @Name("default") @DefaultValue Team standard,
        @DefaultValue Map<String, Team> teams) {

    /**
     * @param hours by weekday, such as {@code 09:00-12:00, 13:00-17:00}; {@code closed} for a day off
     * @param closedOn further dates on which nobody works
     */
    record Team(
            @Nullable String zone,
            @DefaultValue Map<DayOfWeek, String> hours,
            @Nullable HolidaySettings holidays,
            @DefaultValue List<LocalDate> closedOn) {}

    /**
     * @param country such as {@code de}; {@code none} for no public holidays
     * @param region within the country, such as {@code by} (or {@code by-mu})
     * @param also days beside the country's, such as {@code 2026-12-24}, {@code 12-24 Christmas Eve} for every year, or
     *     the name of a day that the country has, such as {@code Easter Monday}
     * @param except public holidays on which this company works, written in the same ways: for good by their Jollyday
     *     names, or with a year
     */
    record HolidaySettings(
            @DefaultValue("de") String country,
            @Nullable String region,
            @DefaultValue List<String> also,
            @DefaultValue List<String> except) {}
}
