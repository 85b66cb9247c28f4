package org.batonrelay.deal;

import java.time.Instant;
import java.util.Optional;
import org.batonrelay.contract.ContractReview;
import org.batonrelay.contract.ContractReviews;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A contract review that a client's words ask for; the holder passes them to legal in one step. */
@Component
@Transactional
public class ReviewRequests {

    private static final int LONGEST = 3900;

    private final DealProcess process;
    private final ContractReviews reviews;

    ReviewRequests(DealProcess process, ContractReviews reviews) {
        this.process = process;
        this.reviews = reviews;
    }

    /**
     * Asks legal as the form "Work deal" would; what the client wrote shows on legal's form.
     *
     * @return when legal has to have answered; empty for never
     * @throws Refusal when legal reviews already, or no deal is worked on
     */
    public Optional<Instant> ask(LeadReference reference, String request) {
        if (reviews.open(reference).isPresent()) {
            throw new Refusal("Legal is reviewing this contract already.");
        }
        if (!process.askLegal(reference)) {
            throw new Refusal("Legal reviews a contract while the deal is worked on: no task \"Work deal\" is open.");
        }
        ContractReview review = reviews.open(reference).orElseThrow();
        reviews.describe(review.id(), request.length() > LONGEST ? request.substring(0, LONGEST) + "…" : request);
        return Optional.ofNullable(review.dueAt());
    }
}
