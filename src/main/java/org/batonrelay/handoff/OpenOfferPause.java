package org.batonrelay.handoff;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.watch.Pause;
import org.springframework.stereotype.Component;

/** As long as an offer is open its own deadlines count: whoever gives the baton cannot hurry the receiver. */
@Component
class OpenOfferPause implements Pause {

    private final Offers offers;

    OpenOfferPause(Offers offers) {
        this.offers = offers;
    }

    @Override
    public boolean holds(LeadReference reference) {
        return offers.open(reference).isPresent();
    }
}
