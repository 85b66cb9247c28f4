package org.batonrelay.watch;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.DurationOrder;
import org.batonrelay.engine.decision.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody may leave something lying, as a decision table says.
 *
 * @param remindAfter ISO 8601, or null for never
 * @param escalateAfter when that was in vain; ISO 8601, or null for never; both count from the same moment
 * @param managerGroup who hears of it in the end
 * @param calendar {@code business} or {@code always}
 */
public record LegDeadlines(
        @Nullable String remindAfter, @Nullable String escalateAfter, String managerGroup, String calendar) {

    /**
     * @param remind the output that says when to remind
     * @param escalate the output that says when that was in vain
     * @throws IllegalArgumentException with a sentence, now and not when the time has come, for what nobody can read
     */
    static LegDeadlines of(Map<String, Object> outputs, String remind, String escalate, BusinessCalendar hours) {
        LegDeadlines read = new LegDeadlines(
                Outputs.text(outputs, remind),
                Outputs.text(outputs, escalate),
                Objects.requireNonNullElse(Outputs.text(outputs, "managerGroup"), "manager"),
                Objects.requireNonNullElse(Outputs.text(outputs, "calendar"), "business"));
        read.remindAt(Instant.EPOCH, hours, "");
        read.escalateAt(Instant.EPOCH, hours, "");
        new DurationOrder(hours, read.calendar(), "")
                .require(remind, read.remindAfter(), escalate, read.escalateAfter());
        return read;
    }

    /** For somebody whom nobody else has to hear of: they are only reminded, again and again. */
    public LegDeadlines remindOnly() {
        return new LegDeadlines(remindAfter == null ? escalateAfter : remindAfter, null, managerGroup, calendar);
    }

    /** Whether any deadline is set at all. */
    public boolean isWatched() {
        return remindAfter != null || escalateAfter != null;
    }

    public @Nullable Instant remindAt(Instant since, BusinessCalendar hours, String team) {
        return remindAfter == null ? null : hours.due(since, remindAfter, calendar, team);
    }

    public @Nullable Instant escalateAt(Instant since, BusinessCalendar hours, String team) {
        return escalateAfter == null ? null : hours.due(since, escalateAfter, calendar, team);
    }

    /** By when it should be done: when somebody else hears of it, or, where nobody does, when they are reminded. */
    @Nullable
    Instant due(Instant since, BusinessCalendar hours, String team) {
        return escalateAfter == null ? remindAt(since, hours, team) : escalateAt(since, hours, team);
    }

    /** A timer that is drawn needs some date, also where the table says never. */
    public static Date timer(@Nullable Instant at) {
        return Date.from(at == null ? BusinessCalendar.NEVER : at);
    }
}
