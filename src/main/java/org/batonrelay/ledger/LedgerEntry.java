package org.batonrelay.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. Published as a Spring event in the transaction that appended it.
 *
 * @param detail small and flat; for {@code holder.changed}: from, to, why
 */
public record LedgerEntry(
        long id,
        Instant at,
        LeadReference reference,
        EntryType type,
        String actor,
        @Nullable String leg,
        @Nullable String exchange,
        Map<String, Object> detail) {}
