package org.batonrelay.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the visitor gets it; nothing in it is ours alone. The text is as it was typed: whoever shows it, shows
 * it as text.
 *
 * @param id counts up from 1 within the chat; the {@code Last-Event-ID} of its events
 * @param from {@code visitor}, {@code bot} or {@code person}
 * @param name of the person or the bot; null for the visitor
 * @param picture the address of the person's picture
 */
record Said(
        long id,
        String from,
        @Nullable String name,
        @Nullable String picture,
        String text,
        Instant at) {}
