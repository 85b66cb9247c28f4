package org.batonrelay.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are looked for; null is any.
 *
 * @param q a part of a client's name, a contact's name or address, or a reference
 * @param holders a person's or group's, or those of a whole team; empty for any
 * @param state a state, or {@code open} for what is not over
 * @param late whether something of it should have been done by now
 * @param value in euros, or that none is known
 * @param figure what was counted in a figure: these leads and no others
 */
record LeadFilter(
        @Nullable String q,
        List<String> holders,
        @Nullable String leg,
        @Nullable String flag,
        @Nullable String state,
        @Nullable Boolean late,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String segment,
        @Nullable Amount value,
        @Nullable Condition figure) {

    static final String OPEN = "open";
    static final String UNKNOWN = "unknown";

    LeadFilter inLeg(String one) {
        return new LeadFilter(q, holders, one, flag, state, late, source, campaign, segment, value, figure);
    }

    /** The same for leads that are not over, where nothing is said of their state. */
    LeadFilter openUnlessSaid() {
        return state != null
                ? this
                : new LeadFilter(q, holders, leg, flag, OPEN, late, source, campaign, segment, value, figure);
    }
}
