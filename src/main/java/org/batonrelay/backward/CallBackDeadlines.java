package org.batonrelay.backward;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody may think about a question, as the decision call-back-deadlines says: ISO 8601 durations, both
 * counted from the asking; null is never.
 */
record CallBackDeadlines(
        @Nullable String remindAfter, @Nullable String closeAfter, String calendar) {

    /** @throws IllegalArgumentException with a sentence, when an output cannot be read */
    static CallBackDeadlines of(Map<String, Object> outputs, BusinessCalendar hours) {
        CallBackDeadlines read = new CallBackDeadlines(
                Outputs.text(outputs, "remindAfter"),
                Outputs.text(outputs, "closeAfter"),
                Objects.requireNonNullElse(Outputs.text(outputs, "calendar"), "business"));
        read.remindAt(Instant.EPOCH, hours, "");
        read.closeAt(Instant.EPOCH, hours, "");
        return read;
    }

    Instant remindAt(Instant askedAt, BusinessCalendar hours, String team) {
        return due(askedAt, remindAfter, hours, team);
    }

    Instant closeAt(Instant askedAt, BusinessCalendar hours, String team) {
        return due(askedAt, closeAfter, hours, team);
    }

    private Instant due(Instant askedAt, @Nullable String after, BusinessCalendar hours, String team) {
        return after == null ? BusinessCalendar.NEVER : hours.due(askedAt, after, calendar, team);
    }
}
