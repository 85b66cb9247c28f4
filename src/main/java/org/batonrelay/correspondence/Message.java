package org.batonrelay.correspondence;

import java.time.Instant;
import java.util.Locale;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about a lead. The text was written by whoever said it: escape it wherever it is shown.
 *
 * @param contactId who of the client said it or was told; null among us
 * @param author a user id, or {@code client:} and an address
 * @param mailId the stored mail that brought it
 */
public record Message(
        String id,
        LeadReference reference,
        @Nullable String contactId,
        Channel channel,
        Direction direction,
        String author,
        @Nullable String subject,
        String text,
        Instant at,
        @Nullable String mailId) {

    /** Between whom it was said. */
    public enum Direction {
        FROM_CLIENT,
        TO_CLIENT,
        AMONG_US;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Direction of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
