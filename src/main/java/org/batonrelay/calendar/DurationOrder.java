package org.batonrelay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of two durations of a table is the longer one in opening hours. A day and eight hours may change places with
 * the hour at which they begin, so only what is longer at every hour of a week counts.
 */
public final class DurationOrder {

    private static final Instant MONDAY = Instant.parse("2026-06-15T08:30:00Z");
    private static final Duration EVERY = Duration.ofHours(5);
    private static final int SAMPLES = 34;

    private final BusinessCalendar hours;
    private final String calendar;
    private final String team;

    /** @param calendar {@code business} or {@code always} */
    public DurationOrder(BusinessCalendar hours, String calendar, String team) {
        this.hours = hours;
        this.calendar = calendar;
        this.team = team;
    }

    public boolean isAlwaysLonger(String one, String other) {
        return Stream.iterate(MONDAY, it -> it.plus(EVERY))
                .limit(SAMPLES)
                .allMatch(begin -> due(begin, one).isAfter(due(begin, other)));
    }

    /**
     * @param earlier what comes first on a ladder, or null for never; {@code first} is its column
     * @param later what comes behind it, or null for never; {@code second} is its column
     * @throws IllegalArgumentException with a sentence when the two are the wrong way round
     */
    public void require(String first, @Nullable String earlier, String second, @Nullable String later) {
        if (earlier != null && later != null && isAlwaysLonger(earlier, later)) {
            throw new IllegalArgumentException("'" + second + "' is " + later + " and comes before '" + first
                    + "', which is " + earlier + "; write the longer time into '" + second + "'");
        }
    }

    private Instant due(Instant begin, String duration) {
        return hours.due(begin, duration, calendar, team);
    }
}
