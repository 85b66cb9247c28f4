package org.batonrelay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.batonrelay.calendar.OpeningHours.Hours;

/**
 * One team's opening hours on the line of time: where clocks are put back or forward, an hour is still an hour.
 *
 * <p>Long because going forward and back along that line is one matter.
 */
record TeamCalendar(ZoneId zone, OpeningHours hours, Predicate<LocalDate> closed) {

    /** More days in a row than any team is ever closed. */
    private static final int PATIENCE = 3660;

    /** Open from {@code opens} up to, but not including, {@code closes}. */
    private record Open(Instant opens, Instant closes) {}

    TeamCalendar without(Predicate<LocalDate> daysOff) {
        return new TeamCalendar(zone, hours, closed.or(daysOff));
    }

    /**
     * The same time of day on a later business day. A start outside hours counts as the next opening. Where that day is
     * not open at that time, it is the end of its break, its opening, or its closing.
     */
    Instant plusDays(Instant from, long days) {
        if (days == 0) {
            return from;
        }
        Instant start = opening(from).opens();
        LocalTime time = start.atZone(zone).toLocalTime();
        LocalDate date = start.atZone(zone).toLocalDate();
        for (long day = 0; day < days; day++) {
            date = businessDay(date.plusDays(1));
        }
        Instant wanted = date.atTime(time).atZone(zone).toInstant();
        List<Open> day = openOn(date);
        return day.stream()
                .filter(open -> wanted.isBefore(open.closes()))
                .map(open -> wanted.isBefore(open.opens()) ? open.opens() : wanted)
                .findFirst()
                .orElse(day.get(day.size() - 1).closes());
    }

    /** So many business days earlier. */
    LocalDate minusDays(LocalDate from, int days) {
        LocalDate date = from;
        for (int day = 0; day < days; day++) {
            date = IntStream.rangeClosed(1, PATIENCE)
                    .mapToObj(date::minusDays)
                    .filter(it -> !openOn(it).isEmpty())
                    .findFirst()
                    .orElseThrow();
        }
        return date;
    }

    /** The first instant at which so much opening time has gone by; from itself for none. */
    Instant plusTime(Instant from, Duration time) {
        Instant at = from;
        Duration left = time;
        while (left.compareTo(Duration.ZERO) > 0) {
            Open open = opening(at);
            Duration here = Duration.between(open.opens(), open.closes());
            if (left.compareTo(here) <= 0) {
                return open.opens().plus(left);
            }
            left = left.minus(here);
            at = open.closes();
        }
        return at;
    }

    /** How much opening time lies between the two; none where the second is not later. */
    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        Instant at = from;
        while (at.isBefore(to)) {
            Open open = opening(at);
            if (!open.opens().isBefore(to)) {
                return sum;
            }
            Instant end = open.closes().isBefore(to) ? open.closes() : to;
            sum = sum.plus(Duration.between(open.opens(), end));
            at = open.closes();
        }
        return sum;
    }

    /** The last instant from which so much opening time has gone by until then. */
    Instant minusTime(Instant until, Duration time) {
        if (time.isZero()) {
            return until;
        }
        Duration left = time;
        LocalDate date = until.atZone(zone).toLocalDate();
        for (int day = 0; day < PATIENCE; day++) {
            List<Open> hours = openOn(date.minusDays(day));
            for (int i = hours.size() - 1; i >= 0; i--) {
                Open open = hours.get(i);
                Instant end = open.closes().isBefore(until) ? open.closes() : until;
                Duration here = Duration.between(open.opens(), end);
                if (left.compareTo(here) <= 0) {
                    return end.minus(left);
                }
                left = left.minus(here.isNegative() ? Duration.ZERO : here);
            }
        }
        throw new IllegalStateException("a team is closed for ten years before " + date);
    }

    Instant opening(LocalDate date) {
        return openOn(businessDay(date)).get(0).opens();
    }

    Instant openFrom(Instant from) {
        return opening(from).opens();
    }

    /** What is left of the hours running at this instant, else the next ones. */
    private Open opening(Instant from) {
        LocalDate date = from.atZone(zone).toLocalDate();
        for (int day = 0; day < PATIENCE; day++) {
            for (Open open : openOn(date.plusDays(day))) {
                if (from.isBefore(open.closes())) {
                    return from.isBefore(open.opens()) ? open : new Open(from, open.closes());
                }
            }
        }
        throw new IllegalStateException("a team is closed for ten years from " + date);
    }

    private LocalDate businessDay(LocalDate date) {
        for (int day = 0; day < PATIENCE; day++) {
            if (!openOn(date.plusDays(day)).isEmpty()) {
                return date.plusDays(day);
            }
        }
        throw new IllegalStateException("a team is closed for ten years from " + date);
    }

    /** An opening that the change to summer time swallows whole does not take place. */
    private List<Open> openOn(LocalDate date) {
        if (closed.test(date)) {
            return List.of();
        }
        return hours.of(date.getDayOfWeek()).stream()
                .map(stretch -> open(stretch, date))
                .filter(open -> open.opens().isBefore(open.closes()))
                .toList();
    }

    /** The first and the last day of which this stretch takes enough; all days between them are taken, too. */
    Optional<DaysAway> daysWithin(Instant from, Instant to) {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        if (!isTaken(first, from, to)) {
            first = first.plusDays(1);
        }
        if (!isTaken(last, from, to)) {
            last = last.minusDays(1);
        }
        return last.isBefore(first) ? Optional.empty() : Optional.of(new DaysAway(first, last));
    }

    private boolean isTaken(LocalDate date, Instant from, Instant to) {
        List<Open> day = openOn(date).isEmpty()
                ? List.of(new Open(
                        date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant()))
                : openOn(date);
        Duration taken = Duration.ZERO;
        Duration all = Duration.ZERO;
        for (Open open : day) {
            Instant begins = open.opens().isAfter(from) ? open.opens() : from;
            Instant ends = open.closes().isBefore(to) ? open.closes() : to;
            all = all.plus(Duration.between(open.opens(), open.closes()));
            taken = begins.isBefore(ends) ? taken.plus(Duration.between(begins, ends)) : taken;
        }
        return taken.multipliedBy(4).compareTo(all.multipliedBy(3)) >= 0;
    }

    private Open open(Hours stretch, LocalDate date) {
        return new Open(
                stretch.opensOn(date).atZone(zone).toInstant(),
                stretch.closesOn(date).atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }
}
