package org.batonrelay.baton;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * The responsibility for a lead, with its one holder.
 *
 * @param lastDoneAt when somebody last did something for the lead
 * @param nextStepOn the day of the agreed next step
 */
public record Baton(
        LeadReference reference,
        State state,
        Leg leg,
        Holder holder,
        Instant holderSince,
        Set<Flag> flags,
        Instant lastDoneAt,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn) {

    public enum State {
        RUNNING,
        WAITING,
        FINISHED,
        RECYCLED,
        CLOSED;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
