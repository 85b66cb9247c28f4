package org.batonrelay.deal;

import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Leg;
import org.batonrelay.relay.LegDeadlines;
import org.springframework.stereotype.Component;

/** How long legal may take, and the AE with the client, as the process owner's tables say. */
@Component
class ReviewDeadlines {

    private final Decisions decisions;
    private final BusinessCalendar hours;

    ReviewDeadlines(Decisions decisions, BusinessCalendar hours) {
        this.decisions = decisions;
        this.hours = hours;
    }

    /** Until somebody claims it the deadlines of the exchange count, from then on those of a review. */
    LegDeadlines of(ContractReview review, String priority, String executionId) {
        return review.claimedAt() == null
                ? decisions.decide(
                        "handoff-deadlines",
                        Map.of("exchange", Exchange.AE_TO_LEGAL.id(), "priority", priority, "receiverGroup", "legal"),
                        executionId,
                        outputs -> LegDeadlines.of(outputs, "remindEvery", hours))
                : ofLeg("contract-review", priority, executionId);
    }

    /** Between two rounds those of the deal count: the contract is the AE's then. */
    LegDeadlines ofRevision(String priority, String executionId) {
        return ofLeg(Leg.DEAL.id(), priority, executionId);
    }

    /** How long onboarding may take to say from when it is ready. */
    LegDeadlines ofReadiness(String priority, String executionId) {
        return ofLeg("readiness", priority, executionId);
    }

    private LegDeadlines ofLeg(String leg, String priority, String executionId) {
        return decisions.decide(
                "leg-deadlines",
                Map.of("leg", leg, "priority", priority),
                executionId,
                outputs -> LegDeadlines.of(outputs, hours));
    }
}
