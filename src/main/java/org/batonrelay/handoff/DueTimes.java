package org.batonrelay.handoff;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When an offer is reminded, widened, escalated and dropped; worked out once for each offer, null for never. */
record DueTimes(
        @Nullable Instant remindAt,
        @Nullable Instant widenAt,
        @Nullable Instant escalateAt,
        @Nullable Instant dropAt) {

    /** @param due adds a duration in the receiver's calendar */
    static DueTimes of(Deadlines deadlines, Function<String, Instant> due) {
        return new DueTimes(
                at(deadlines.remindEvery(), due),
                deadlines.backupGroup() == null ? null : at(deadlines.widenAfter(), due),
                at(deadlines.escalateAfter(), due),
                at(deadlines.dropAfter(), due));
    }

    DueTimes withoutWidening() {
        return new DueTimes(remindAt, null, escalateAt, dropAt);
    }

    DueTimes widenedAt(Instant at) {
        return new DueTimes(remindAt, at, escalateAt, dropAt);
    }

    DueTimes withoutEscalation() {
        return new DueTimes(remindAt, widenAt, null, dropAt);
    }

    private static @Nullable Instant at(@Nullable String duration, Function<String, Instant> due) {
        return duration == null ? null : due.apply(duration);
    }
}
