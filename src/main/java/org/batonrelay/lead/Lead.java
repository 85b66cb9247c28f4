package org.batonrelay.lead;

import java.time.Instant;
import java.time.LocalDate;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/** One organisation's interest. */
public record Lead(
        LeadReference reference,
        String organisation,
        @Nullable String domain,
        @Nullable String segment,
        @Nullable String country,
        @Nullable String language,
        @Nullable String source,
        boolean namedAccount,
        boolean wantsContact,
        @Nullable LocalDate contactNotBefore,
        Priority priority,
        Instant capturedAt,
        String capturedBy) {}
