package org.batonrelay.watch;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a look at something left lying shows: nothing is due yet, a reminder is, or, that given, somebody else's help.
 *
 * @param nextLook when to look again, unless something happens
 */
public record Watch(Says says, Instant nextLook) {

    public enum Says {
        /** There is no deadline to wait for. */
        NOTHING,
        WAIT,
        REMIND,
        ESCALATE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param remindedOf the {@code since} that a reminder was given for; a later one starts afresh */
    public static Watch look(
            LegDeadlines deadlines,
            Instant since,
            @Nullable Instant remindedOf,
            Instant now,
            BusinessCalendar hours,
            String team) {
        if (!deadlines.isWatched()) {
            return new Watch(Says.NOTHING, now);
        }
        Instant remindAt = deadlines.remindAt(since, hours, team);
        Instant escalateAt = deadlines.escalateAt(since, hours, team);
        boolean escalate = escalateAt != null && (remindAt == null || since.equals(remindedOf));
        Instant due = Objects.requireNonNull(escalate ? escalateAt : remindAt);
        if (now.isBefore(due)) {
            return new Watch(Says.WAIT, due);
        }
        // a further step in its time, else the same again a period later
        Instant next = Stream.of(
                        escalate ? null : escalateAt,
                        escalate ? null : deadlines.remindAt(now, hours, team),
                        deadlines.escalateAt(now, hours, team))
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(now);
        return new Watch(escalate ? Says.ESCALATE : Says.REMIND, next);
    }
}
