package org.batonrelay.contract;

import java.time.Instant;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * One round of a review that legal was asked for: its turn, from being asked until its answer. The AE keeps the baton.
 *
 * @param round from 1 on
 * @param changed what is new since the round before; null in the first one
 * @param priority the higher it is, the sooner legal takes it
 * @param version of the contract that it is about; null where no file was marked
 * @param request what the client wrote, where their words asked for it
 * @param dueAt when legal's silence is reported; null for never
 * @param verdict {@code approve}, {@code changes}, {@code refuse}, or {@code withdrawn}; null as long as legal has not
 *     answered
 */
public record ContractReview(
        String id,
        LeadReference reference,
        int round,
        @Nullable String changed,
        Terms terms,
        int priority,
        @Nullable Integer version,
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

    boolean asksForChanges() {
        return "changes".equals(verdict);
    }

    /** The moment from which legal's time counts: claiming is accepting, and begins a new one. */
    Instant since() {
        return claimedAt == null ? askedAt : claimedAt;
    }
}
