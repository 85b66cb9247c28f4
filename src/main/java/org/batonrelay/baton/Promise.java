package org.batonrelay.baton;

import java.time.LocalDate;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * Something the client was promised, or promised us.
 *
 * @param source where it comes from: {@code summary}, {@code contract}, {@code plan}, or {@code item} for what somebody
 *     made of the client's words
 * @param side {@code us} or {@code client}
 * @param owner whoever of ours sees to it today, as a holder is written; for the client's own items that is today's
 *     holder
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
        @Nullable String reason) {

    Promise ownedBy(Holder holder) {
        return new Promise(id, reference, source, summaryId, what, side, holder.value(), dueOn, state, reason);
    }
}
