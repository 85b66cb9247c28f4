package org.batonrelay.deal;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.LeadSentBack;
import org.batonrelay.relay.Pause;
import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An AE who waits for legal does not lose time by it; and nobody waits when the lead is gone. */
@Component
class OpenReview implements Pause {

    private final ContractReviews reviews;

    OpenReview(ContractReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public boolean holds(LeadReference reference) {
        return reviews.open(reference).isPresent();
    }

    @EventListener
    void on(RelayEnded end) {
        reviews.withdraw(end.reference());
    }

    @EventListener
    void on(LeadSentBack back) {
        reviews.withdraw(back.reference());
    }
}
