package org.batonrelay.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Adds durations in a team's opening hours, around its breaks and public holidays, in its time zone. Hours count
 * opening time only. A day is the same time on the next business day: Thursday 15:00 and {@code P1D} is Friday 15:00.
 * A start outside hours counts as the next opening; days go before hours.
 */
@Component
@EnableConfigurationProperties(CalendarSettings.class)
public class BusinessCalendar {

    /** A timer needs some date; this one is never. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final TeamCalendars teams;
    private final Clock clock;

    BusinessCalendar(CalendarSettings settings, Clock clock) {
        this.teams = new TeamCalendars(settings);
        this.clock = clock;
        teams.advise(settings, today(""));
    }

    /**
     * @param duration ISO 8601; with {@code calendar} {@code business}, {@code P1D} is one business day and
     *     {@code PT4H} four opening hours; with {@code always} both are plain time
     * @param calendar {@code business} or {@code always}
     * @param team a group id; one without hours of its own has the default hours
     * @throws IllegalArgumentException with a sentence when duration or calendar cannot be read
     */
    public Instant due(Instant from, String duration, String calendar, String team) {
        return due(from, duration, calendar, team, date -> false);
    }

    /** The same for one person of the team, who has days off beside the team's. */
    public Instant due(Instant from, String duration, String calendar, String team, Predicate<LocalDate> daysOff) {
        BusinessDuration length = BusinessDuration.parse(duration);
        return switch (calendar) {
            case "always" -> from.plus(length.time().plusDays(length.days()));
            case "business" -> {
                TeamCalendar hours = teams.of(team).without(daysOff);
                yield hours.plusTime(hours.plusDays(from, length.days()), length.time());
            }
            default ->
                throw new IllegalArgumentException("'" + calendar + "' is no calendar: write business or always");
        };
    }

    /**
     * When something is due that stood still for a while: what was left of it when it stopped is left of it when it goes
     * on. What was overdue stays overdue; what had begun before it stopped began that much later.
     *
     * @param at when it was due, or had begun
     * @param calendar as for {@link #due}
     */
    public Instant after(Pause pause, Instant at, String calendar, String team) {
        if (calendar.equals("always")) {
            return at.plus(Duration.between(pause.from(), pause.until()));
        }
        TeamCalendar hours = teams.of(team);
        return at.isAfter(pause.from())
                ? hours.plusTime(pause.until(), hours.between(pause.from(), at))
                : hours.minusTime(pause.until(), hours.between(at, pause.from()));
    }

    /** Some time during which nothing counted. */
    public record Pause(Instant from, Instant until) {}

    /** The date it is now for this team. */
    public LocalDate today(String team) {
        return LocalDate.ofInstant(clock.instant(), zone(team));
    }

    /** The instant of a wall-clock time of this team. */
    public Instant at(LocalDate date, LocalTime time, String team) {
        return date.atTime(time).atZone(zone(team)).toInstant();
    }

    /** The first opening minute of that date, or of the next business day, of this team. */
    public Instant opening(LocalDate date, String team) {
        return teams.of(team).opening(date);
    }

    /** So many days earlier on which this team works. */
    public LocalDate businessDaysBefore(LocalDate date, int days, String team) {
        return teams.of(team).minusDays(date, days);
    }

    /** This very instant while somebody of the team works who has these days off, else when they open next. */
    public Instant openFrom(Instant from, String team, Predicate<LocalDate> daysOff) {
        return teams.of(team).without(daysOff).openFrom(from);
    }

    /** The holidays of the coming twelve months, of everybody and of each team that has its own. */
    public List<TeamHolidays> holidaysAhead() {
        return teams.holidays().entrySet().stream()
                .map(team -> new TeamHolidays(
                        team.getKey(),
                        team.getValue().whose(),
                        team.getValue().from(today(team.getKey())),
                        team.getValue().advice(today(team.getKey()))))
                .toList();
    }

    /**
     * The whole days of this team that a stretch of time takes away: those of which it covers three quarters of the
     * opening hours at least, or of the day where nobody works.
     */
    public Optional<DaysAway> daysWithin(Instant from, Instant to, String team) {
        return teams.of(team).daysWithin(from, to);
    }

    /** The time zone that this team's dates and times are told in. */
    public ZoneId zone(String team) {
        return teams.of(team).zone();
    }
}
