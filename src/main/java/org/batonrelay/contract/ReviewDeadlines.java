package org.batonrelay.contract;

import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Leg;
import org.batonrelay.watch.LegDeadlines;
import org.batonrelay.watch.WrittenDeadlines;
import org.springframework.stereotype.Component;

/** How long legal may take, and the AE with the client, as the process owner's tables say. */
@Component
class ReviewDeadlines {

    private final WrittenDeadlines written;

    ReviewDeadlines(WrittenDeadlines written) {
        this.written = written;
    }

    /** Until somebody claims it the deadlines of the exchange count, from then on those of a review. */
    LegDeadlines of(ContractReview review, String priority, String executionId) {
        return review.claimedAt() == null
                ? written.ofRequest(Exchange.AE_TO_LEGAL, Legal.GROUP, priority, executionId)
                : written.of("contract-review", priority, executionId);
    }

    /** Between two rounds those of the deal count: the contract is the AE's then. */
    LegDeadlines ofRevision(String priority, String executionId) {
        return written.of(Leg.DEAL.id(), priority, executionId);
    }

    /** How long onboarding may take to say from when it is ready. */
    LegDeadlines ofReadiness(String priority, String executionId) {
        return written.of("readiness", priority, executionId);
    }
}
