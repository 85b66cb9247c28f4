package org.batonrelay.insight;

import java.time.Instant;
import java.util.Map;
import org.batonrelay.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/** A ledger entry as JSON shows it. */
public record LedgerLine(
        long id,
        Instant at,
        String reference,
        String type,
        String actor,
        @Nullable String leg,
        @Nullable String exchange,
        Map<String, Object> detail) {

    public static LedgerLine of(LedgerEntry entry) {
        return new LedgerLine(
                entry.id(),
                entry.at(),
                entry.reference().value(),
                entry.type().id(),
                entry.actor(),
                entry.leg(),
                entry.exchange(),
                entry.detail());
    }
}
