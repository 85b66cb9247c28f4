package org.batonrelay.relay;

import java.time.LocalDate;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * Something the client was promised, or promised us.
 *
 * @param source where it comes from: {@code summary}, {@code contract}, {@code plan}, or {@code item} for what somebody
 *     made of the client's words
 * @param side {@code us} or {@code client}
 * @param owner a user id of ours; for the client's own items today's holder looks after it
 * @param state {@code open}, {@code kept} or {@code dropped}
 */
public record Promise(
        String id,
        LeadReference reference,
        String source,
        @Nullable String summaryId,
        String what,
        String side,
        String owner,
        LocalDate dueOn,
        String state,
        @Nullable String reason) {}
