package org.batonrelay.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has left the house.
 *
 * @param key as in {@link Letter#key}
 */
public record SentMail(
        String key, String messageId, @Nullable String reference, String recipient, String subject, Instant sentAt) {

    /** What the mail was: the first word of its key, such as {@code summary} or {@code introduction}. */
    public String kind() {
        int end = key.indexOf(':');
        return end < 0 ? key : key.substring(0, end);
    }
}
