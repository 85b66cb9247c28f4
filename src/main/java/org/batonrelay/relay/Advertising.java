package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.springframework.stereotype.Component;

/** What our advertising promised a client that is not so: on record with its campaign, and told to whoever owns that. */
@Component
class Advertising {

    private final Facts facts;
    private final Batons batons;
    private final Ledger ledger;
    private final Errands errands;

    Advertising(Facts facts, Batons batons, Ledger ledger, Errands errands) {
        this.facts = facts;
        this.batons = batons;
        this.ledger = ledger;
        this.errands = errands;
    }

    /** Joins the transaction of whoever reports it; the same words said again are no news. */
    void mismatch(LeadReference reference, String quote) {
        Map<String, String> known = facts.of(reference);
        if (quote.strip().equals(known.get(LegVariables.NOT_AS_ADVERTISED))) {
            return;
        }
        facts.say(reference, LegVariables.NOT_AS_ADVERTISED, quote, CurrentActor.name());
        LedgerEntry entry = ledger.append(NewEntry.of(reference, EntryType.CAMPAIGN_MISMATCHED)
                .leg(batons.get(reference).leg().id())
                .with("campaign", known.getOrDefault("campaign", "unknown"))
                .with("source", known.getOrDefault("source", "unknown"))
                .with("quote", quote.strip()));
        errands.later(null, MismatchNotice.NAME, new MismatchNotice.Mismatch(reference, entry.id()));
    }
}
