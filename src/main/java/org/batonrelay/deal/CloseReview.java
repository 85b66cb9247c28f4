package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The deal went on without legal's word: nobody waits for it any more, and it is off their list. */
@Component
class CloseReview implements ExecutionListener {

    private final OpenReview review;

    CloseReview(OpenReview review) {
        this.review = review;
    }

    @Override
    public void notify(DelegateExecution execution) {
        review.withdraw(Variables.reference(execution));
    }
}
