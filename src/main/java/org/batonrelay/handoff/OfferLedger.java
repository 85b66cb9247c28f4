package org.batonrelay.handoff;

import java.util.function.UnaryOperator;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.stereotype.Component;

/** Writes what becomes of briefs and offers into the ledger, always with the offer's id and its receiver. */
@Component
class OfferLedger {

    private final Ledger ledger;
    private final Batons batons;

    OfferLedger(Ledger ledger, Batons batons) {
        this.ledger = ledger;
        this.batons = batons;
    }

    void record(Offer offer, EntryType type, UnaryOperator<NewEntry> more) {
        ledger.append(more.apply(entry(offer.reference(), offer.exchange(), type)
                .with("offerId", offer.id())
                .with("receiver", offer.receiver().value())));
    }

    /** For whoever has read the baton already. */
    void record(Offer offer, Baton baton, EntryType type, UnaryOperator<NewEntry> more) {
        ledger.append(more.apply(NewEntry.of(offer.reference(), type)
                .leg(baton.leg().id())
                .exchange(offer.exchange().id())
                .with("offerId", offer.id())
                .with("receiver", offer.receiver().value())));
    }

    void record(LeadReference reference, Exchange exchange, EntryType type, UnaryOperator<NewEntry> more) {
        ledger.append(more.apply(entry(reference, exchange, type)));
    }

    private NewEntry entry(LeadReference reference, Exchange exchange, EntryType type) {
        return NewEntry.of(reference, type)
                .leg(batons.get(reference).leg().id())
                .exchange(exchange.id());
    }
}
