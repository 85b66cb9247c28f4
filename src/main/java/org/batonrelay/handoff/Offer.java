package org.batonrelay.handoff;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * A baton held out to somebody, who has not taken it yet or has said what they think of it.
 *
 * @param number counts the offers of one exchange of a lead
 * @param candidates who of the receivers can take it: {@code group:} and a group id, or user ids with commas between;
 *     empty when nobody can
 * @param team the group whose opening hours count
 * @param remindAt the next reminder; null, as with the other times, for never
 * @param passReason why it is passed on although the client has not answered the summary
 * @param reason why it was returned or dropped, by a code
 * @param note what the receiver said with it
 */
public record Offer(
        String id,
        LeadReference reference,
        Exchange exchange,
        int number,
        Holder giver,
        Holder receiver,
        String candidates,
        String priority,
        String team,
        String calendar,
        Instant offeredAt,
        @Nullable String remindEvery,
        @Nullable Instant remindAt,
        @Nullable Instant widenAt,
        @Nullable Instant escalateAt,
        @Nullable Instant dropAt,
        @Nullable String backupGroup,
        String managerGroup,
        boolean widened,
        @Nullable String passReason,
        Outcome outcome,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String reason,
        @Nullable String note) {

    public enum Outcome {
        OPEN,
        ACCEPTED,
        RETURNED,
        NOT_OURS,
        DROPPED,
        EXPIRED,
        REASSIGNED,
        RECALLED,
        TAKEN,
        CLOSED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    /** Whether it is held out to one person; a backup group may take it later. */
    public boolean isForOne() {
        return isOne(candidates);
    }

    /** Whether one person is meant; for none and for a group it says no. */
    static boolean isOne(String candidates) {
        return !candidates.isEmpty() && !candidates.contains(",") && !new Holder(candidates).isGroup();
    }

    /** Whom it is offered to now, the backup group included once it may take it as well. */
    public Set<Holder> offeredTo() {
        return offeredTo(candidates, widened, backupGroup);
    }

    /** The same, for a list that reads no more of an offer. */
    public static Set<Holder> offeredTo(String candidates, boolean widened, @Nullable String backupGroup) {
        Set<Holder> offeredTo = new LinkedHashSet<>();
        for (String one : candidates.split(",")) {
            if (!one.isBlank()) {
                offeredTo.add(new Holder(one));
            }
        }
        if (widened && backupGroup != null) {
            offeredTo.add(Holder.group(backupGroup));
        }
        return offeredTo;
    }
}
