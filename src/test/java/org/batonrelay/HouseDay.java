package org.batonrelay;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Days as Baton counts them. The day of the machine that tests run on is another one for an hour or two of every
 * night, and for half the day where it stands on the other side of the world.
 */
public final class HouseDay {

    /** The zone of the calendars, where none is set. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private HouseDay() {}

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** This moment, as tables keep it. */
    public static OffsetDateTime now() {
        return OffsetDateTime.now(ZONE);
    }

    /** The same time of the house's day, so many days ago. */
    public static OffsetDateTime daysAgo(int days) {
        return ZonedDateTime.now(ZONE).minusDays(days).toOffsetDateTime();
    }

    /** Ten o'clock UTC on a day ahead: the same day in the zone of the house, whenever the tests run. */
    public static OffsetDateTime tenOnTheDay(int ahead) {
        return today().plusDays(ahead).atTime(10, 0).atOffset(ZoneOffset.UTC);
    }
}
