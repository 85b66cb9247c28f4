package org.batonrelay.baton;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates and times that people fill in; whatever is agreed lies ahead. */
@Component
public class AgreedDates {

    private final Batons batons;
    private final HolderTeams teams;
    private final BusinessCalendar hours;
    private final Clock clock;

    AgreedDates(Batons batons, HolderTeams teams, BusinessCalendar hours, Clock clock) {
        this.batons = batons;
        this.teams = teams;
        this.hours = hours;
        this.clock = clock;
    }

    /** The team of today's holder, in whose time zone their dates are meant. */
    public String teamOf(LeadReference reference) {
        Baton baton = batons.get(reference);
        return teams.of(baton.holder(), baton.leg());
    }

    /**
     * @param label the field's label, for the message
     * @throws Refusal when it is missing, unreadable or past
     */
    public LocalDate ahead(String label, @Nullable String date, String team) {
        LocalDate day = read(label, date, text -> LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        if (day.isBefore(hours.today(team))) {
            throw new Refusal(label + ": " + date + " is past. Choose today or a later day.");
        }
        return day;
    }

    /**
     * @param time ISO 8601; without an offset it is meant in the team's zone
     * @throws Refusal when it is missing, unreadable or past
     */
    public Instant timeAhead(String label, @Nullable String time, String team) {
        Instant at = time(label, time, team);
        if (at.isBefore(clock.instant())) {
            throw new Refusal(label + ": " + time + " is past. Choose a time that is still ahead.");
        }
        return at;
    }

    /** The same, wherever it lies. */
    public Instant time(String label, @Nullable String time, String team) {
        TemporalAccessor at = read(
                label,
                time,
                text -> DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
        return at instanceof OffsetDateTime exact
                ? exact.toInstant()
                : ((LocalDateTime) at).atZone(hours.zone(team)).toInstant();
    }

    public LocalDate day(Instant at, String team) {
        return LocalDate.ofInstant(at, hours.zone(team));
    }

    public String inWords(Instant at, String team) {
        return WrittenDates.moment(at, hours.zone(team));
    }

    public Instant opening(LocalDate day, String team) {
        return hours.opening(day, team);
    }

    private interface Reading<T> {
        T of(String text);
    }

    private static <T> T read(String label, @Nullable String text, Reading<T> reading) {
        if (text == null || text.isBlank()) {
            throw new Refusal(label + ": please fill this in.");
        }
        try {
            return reading.of(text.strip());
        } catch (DateTimeException e) {
            throw new Refusal(label + ": '" + text + "' is no date.");
        }
    }
}
