package org.batonrelay.correspondence;

import java.time.Instant;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * A file of a lead. Hand it out as an attachment only, whatever it is.
 *
 * @param messageId the message that it came with
 * @param from a user id, or {@code client:} and an address
 * @param size in bytes
 * @param refused a sentence that says why its content was not kept; null for a file that can be opened
 * @param sharedAt since when the client's page offers it; null for one that is ours
 */
public record LeadFile(
        String id,
        LeadReference reference,
        @Nullable String messageId,
        String from,
        String name,
        String type,
        long size,
        @Nullable String refused,
        Instant addedAt,
        @Nullable Instant sharedAt) {}
