package org.batonrelay.chat;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a chat.
 *
 * @param number its place in the chat
 * @param shown its place in what the visitor sees; null for a note among us
 * @param author who of us, by user id; null for the visitor and the bot
 */
record ChatMessage(
        String chat,
        long number,
        @Nullable Long shown,
        Side side,
        @Nullable String author,
        String text,
        Instant at) {

    enum Side {
        VISITOR,
        BOT,
        PERSON,
        /** Among us: it never reaches the visitor. */
        NOTE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
