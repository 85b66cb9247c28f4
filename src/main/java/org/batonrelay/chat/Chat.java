package org.batonrelay.chat;

import java.time.Instant;
import java.util.Locale;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's conversation, as it stands.
 *
 * @param reference the lead, once it is taken in
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
        long lastNumber,
        long lastShown,
        Instant startedAt,
        @Nullable Instant toldAt) {

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
