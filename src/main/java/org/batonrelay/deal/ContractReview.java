package org.batonrelay.deal;

import java.time.Instant;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * A contract that legal was asked to review. The AE keeps the baton.
 *
 * @param request what the client wrote, where their words asked for it
 * @param dueAt when legal's silence is reported; null for never
 * @param verdict {@code approve}, {@code changes} or {@code refuse}; null as long as legal has not answered
 */
record ContractReview(
        String id,
        LeadReference reference,
        String askedBy,
        Instant askedAt,
        @Nullable String request,
        @Nullable String claimedBy,
        @Nullable Instant claimedAt,
        @Nullable Instant dueAt,
        @Nullable String verdict,
        @Nullable String note,
        @Nullable Instant answeredAt) {

    boolean isApproved() {
        return "approve".equals(verdict);
    }

    /** The moment from which legal's time counts: claiming is accepting, and begins a new one. */
    Instant since() {
        return claimedAt == null ? askedAt : claimedAt;
    }
}
