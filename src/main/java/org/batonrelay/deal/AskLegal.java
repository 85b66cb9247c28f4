package org.batonrelay.deal;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AE asks legal for a review. */
@Component
class AskLegal implements JavaDelegate {

    private final Legal legal;

    AskLegal(Legal legal) {
        this.legal = legal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContractReview review = legal.ask(Variables.reference(execution), Variables.text(execution, Variables.HOLDER));
        Instant due = legal.due(review.id(), Variables.priority(execution), execution.getId());
        execution.setVariable(DealVariables.REVIEW_ID, review.id());
        execution.setVariable(DealVariables.REVIEW_DUE, due == null ? null : Date.from(due));
    }
}
