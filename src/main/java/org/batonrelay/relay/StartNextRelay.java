package org.batonrelay.relay;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A customer wants more: a relay of its own, in the transaction of whoever starts it. */
@Component
class StartNextRelay implements JavaDelegate {

    private final FurtherInterest interest;

    StartNextRelay(FurtherInterest interest) {
        this.interest = interest;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference started = interest.start(
                Variables.text(execution, Variables.REFERENCE),
                Variables.text(execution, RelayVariables.NEEDS),
                Variables.text(execution, RelayVariables.NEXT_STEPS),
                CurrentActor.name());
        execution.setProcessBusinessKey(started.value());
        execution.setVariable(Variables.REFERENCE, started.value());
    }
}
