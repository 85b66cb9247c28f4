package org.batonrelay.handoff;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A relay that has come to rest offers nothing any more. */
@Component
class CloseOffers {

    private final Offers offers;

    CloseOffers(Offers offers) {
        this.offers = offers;
    }

    @EventListener
    void on(RelayEnded relay) {
        offers.open(relay.reference())
                .ifPresent(offer -> offers.settle(offer, Offer.Outcome.CLOSED, CurrentActor.name(), null, null));
    }
}
