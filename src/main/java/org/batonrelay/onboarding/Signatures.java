package org.batonrelay.onboarding;

import java.time.Instant;
import java.util.Optional;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.stereotype.Component;

/** When clients have signed: won means signed. */
@Component
class Signatures {

    private final Ledger ledger;

    Signatures(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The last time, should the lead have gone back from its onboarding. */
    Optional<Instant> of(LeadReference reference) {
        return ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.LEG_FINISHED
                        && Leg.DEAL.id().equals(entry.leg())
                        && "won".equals(entry.detail().get("outcome")))
                .map(LedgerEntry::at)
                .reduce((earlier, later) -> later);
    }
}
