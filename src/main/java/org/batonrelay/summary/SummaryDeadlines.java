package org.batonrelay.summary;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.DurationOrder;
import org.batonrelay.engine.decision.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * How long a client may be silent, as the decision summary-deadlines says: ISO 8601 durations, both counted from the
 * sending; null is never.
 */
record SummaryDeadlines(
        @Nullable String remindAfter, @Nullable String flagAfter, String calendar) {

    /** @throws IllegalArgumentException with a sentence, when an output cannot be read */
    static SummaryDeadlines of(Map<String, Object> outputs, BusinessCalendar hours, Instant now) {
        SummaryDeadlines read = new SummaryDeadlines(
                Outputs.text(outputs, "remindAfter"),
                Outputs.text(outputs, "flagAfter"),
                Objects.requireNonNullElse(Outputs.text(outputs, "calendar"), "business"));
        // says now, not when the mail has left, what nobody can read
        read.remindAt(now, hours, "");
        read.flagAt(now, hours, "");
        new DurationOrder(hours, read.calendar(), "")
                .require("remindAfter", read.remindAfter(), "flagAfter", read.flagAfter());
        return read;
    }

    Instant remindAt(Instant sentAt, BusinessCalendar hours, String team) {
        return due(sentAt, remindAfter, hours, team);
    }

    Instant flagAt(Instant sentAt, BusinessCalendar hours, String team) {
        return due(sentAt, flagAfter, hours, team);
    }

    private Instant due(Instant sentAt, @Nullable String after, BusinessCalendar hours, String team) {
        return after == null ? BusinessCalendar.NEVER : hours.due(sentAt, after, calendar, team);
    }
}
