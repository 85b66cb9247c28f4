package org.batonrelay.deal;

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
        execution.setVariable(DealVariables.REVIEW_ID, review.id());
    }
}
