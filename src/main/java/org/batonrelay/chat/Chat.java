package org.batonrelay.chat;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's conversation, as it stands.
 *
 * @param reference the lead, once it is taken in
 * @param proven whether they have shown that they read the mail of the address they gave
 * @param lastNumber the number of the last message; {@code lastShown} that of the last one that the visitor sees
 * @param toldAt when people were last told that somebody waits
 */
record Chat(
        String id,
        String keyHash,
        Locale language,
        Stage stage,
        Known known,
        @Nullable LeadReference reference,
        @Nullable String contactId,
        boolean proven,
        long lastNumber,
        long lastShown,
        Instant startedAt,
        @Nullable Instant toldAt) {

    /** Whether the lead can be taken in, and is not yet. */
    boolean isComplete() {
        return reference == null && known.missing() == null;
    }

    /** The lead of a chat that has one. */
    LeadReference lead() {
        return Objects.requireNonNull(reference, "the lead is not taken in yet");
    }

    enum Stage {
        /** The bot asks who is there. */
        ASKING,
        /** People answer. */
        PEOPLE,
        /** One of us has ended it; the visitor's next word goes on with it. */
        ENDED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
