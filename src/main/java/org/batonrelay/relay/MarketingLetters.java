package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marketing sees what became of its leads, and why; what the advertising said that is not so has a notice of its own. */
@Component
class MarketingLetters {

    private final HouseLetters letters;
    private final Facts facts;
    private final Batons batons;
    private final Ledger ledger;

    MarketingLetters(HouseLetters letters, Facts facts, Batons batons, Ledger ledger) {
        this.letters = letters;
        this.facts = facts;
        this.batons = batons;
        this.ledger = ledger;
    }

    void tell(LeadReference reference, @Nullable String reason) {
        Map<String, String> known = facts.of(reference);
        letters.write(
                "lead-ended:" + endOf(reference).id(),
                "lead-ended",
                reference,
                Holder.group("marketing"),
                Map.of(
                        "recycled",
                        batons.get(reference).state() == Baton.State.RECYCLED,
                        "reason",
                        reason == null ? "no reason given" : reason,
                        "source",
                        known.getOrDefault("source", "unknown"),
                        "campaign",
                        known.getOrDefault("campaign", "unknown")));
    }

    /** A lead can be recycled more than once: the entry of this time makes the mail one of its own, also when retried. */
    private LedgerEntry endOf(LeadReference reference) {
        return ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.RELAY_RECYCLED || entry.type() == EntryType.RELAY_CLOSED)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(reference + " was neither recycled nor closed"));
    }
}
