package org.batonrelay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Adds durations in a team's opening hours, around its breaks and public holidays, in its time zone. */
@Component
public class BusinessCalendar {

    /**
     * @param duration ISO 8601; with {@code calendar} {@code business}, {@code P1D} is one business day and
     *     {@code PT4H} four opening hours
     * @param calendar {@code business} or {@code always}
     * @param team a group id; one without hours of its own has the default hours
     * @throws IllegalArgumentException with a sentence when duration or calendar cannot be read
     */
    public Instant due(Instant from, String duration, String calendar, String team) {
        throw new UnsupportedOperationException("calendar helper");
    }

    /** The date it is now for this team. */
    public LocalDate today(String team) {
        throw new UnsupportedOperationException("calendar helper");
    }

    /** The instant of a wall-clock time of this team. */
    public Instant at(LocalDate date, LocalTime time, String team) {
        throw new UnsupportedOperationException("calendar helper");
    }

    /** The first opening minute of that date, or of the next business day, of this team. */
    public Instant opening(LocalDate date, String team) {
        throw new UnsupportedOperationException("calendar helper");
    }
}
