package org.batonrelay.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.batonrelay.baton.Shared;
import org.batonrelay.insight.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A lead in a list.
 *
 * @param offeredTo whom its open offer waits for, with commas between where there are several
 * @param due when the first of its open tasks is due
 * @param value of the deal in euros
 */
record LeadRow(
        String reference,
        String organisation,
        String state,
        String leg,
        String holder,
        Instant holderSince,
        @Nullable String offeredTo,
        List<String> flags,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String contact,
        @Nullable Instant due,
        boolean late,
        @Nullable Long value,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String segment,
        @JsonIgnore Object key) {

    /** What of it is shared with a partner. */
    LeadRow sharedWith(Viewer partner, Shared seen) {
        boolean steps = seen.shows("nextStep");
        return new LeadRow(
                reference,
                organisation,
                state,
                leg,
                partner.named(holder, seen),
                holderSince,
                offeredTo == null ? null : partner.named(offeredTo, seen),
                seen.shows("flags") ? flags : List.of(),
                steps ? nextStep : null,
                steps ? nextStepOn : null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                key);
    }
}
