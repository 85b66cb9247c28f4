package org.batonrelay.offer;

import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.handoff.ParkedBatons;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.RelayBegunAnew;
import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A relay that has come to rest offers nothing any more, and one that is set going again offers anew. */
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
        close(relay.reference());
    }

    @EventListener
    void on(RelayBegunAnew relay) {
        close(relay.reference());
    }

    private void close(LeadReference reference) {
        parked.leave(reference);
        offers.open(reference).ifPresent(offer -> {
            offers.settle(offer, Offer.Outcome.CLOSED, CurrentActor.name(), null, null);
            outcome.later(offer.id());
        });
    }
}
