package org.batonrelay.backward;

import java.time.Instant;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * One question to somebody who ran the lead earlier. The baton stays with whoever asks.
 *
 * @param closesAt when it closes without an answer; null for never
 * @param answer null as long as nobody has answered
 */
public record CallBack(
        String id,
        LeadReference reference,
        String askedBy,
        Holder askedOf,
        String question,
        Instant askedAt,
        @Nullable Instant closesAt,
        State state,
        @Nullable String answer,
        @Nullable String answeredBy) {

    public enum State {
        OPEN,
        ANSWERED,
        UNANSWERED,
        WITHDRAWN;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }
}
