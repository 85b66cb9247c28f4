package org.batonrelay.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the built-in server has it.
 *
 * @param box the address whose box it lies in; with {@code uid} it names the mail
 */
record ReceivedMail(
        String box,
        long uid,
        Instant at,
        String from,
        String to,
        @Nullable String replyTo,
        String subject,
        @Nullable String text,
        @Nullable String html,
        List<Enclosure> enclosures) {

    /** @param number where it stands among the mail's enclosures, from 0 */
    record Enclosure(int number, String name, byte[] content) {}
}
