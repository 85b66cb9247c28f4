package org.batonrelay.contract;

import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.LeadSentBack;
import org.batonrelay.relay.RelayEnded;
import org.batonrelay.watch.Pause;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An AE who waits for legal does not lose time by it; and nobody waits when the lead is gone. */
@Component
class OpenReview implements Pause {

    private static final String LEGAL = Holder.group(Legal.GROUP).value();

    private final ContractReviews reviews;
    private final LegalNotices notices;

    OpenReview(ContractReviews reviews, LegalNotices notices) {
        this.reviews = reviews;
        this.notices = notices;
    }

    @Override
    public boolean holds(LeadReference reference) {
        return reviews.open(reference).isPresent();
    }

    @EventListener
    void on(RelayEnded end) {
        withdraw(end.reference());
    }

    @EventListener
    void on(LeadSentBack back) {
        withdraw(back.reference());
    }

    /** Nobody needs it any more; whoever was at it, or was asked, hears of that once. */
    void withdraw(LeadReference reference) {
        reviews.open(reference).ifPresent(review -> {
            reviews.withdraw(reference);
            String told = review.claimedBy() == null ? LEGAL : review.claimedBy();
            notices.later(null, LegalNotices.Kind.WITHDRAWN, reference, told, review.id());
        });
    }
}
