package org.batonrelay.handoff;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A relay that has come to rest offers nothing any more. */
@Component
class CloseOffers {

    private final Offers offers;
    private final ParkedBatons parked;
    private final OfferOutcome outcome;

    CloseOffers(Offers offers, ParkedBatons parked, OfferOutcome outcome) {
        this.offers = offers;
        this.parked = parked;
        this.outcome = outcome;
    }

    @EventListener
    void on(RelayEnded relay) {
        parked.leave(relay.reference());
        offers.open(relay.reference()).ifPresent(offer -> {
            offers.settle(offer, Offer.Outcome.CLOSED, CurrentActor.name(), null, null);
            outcome.later(offer.id());
        });
    }
}
