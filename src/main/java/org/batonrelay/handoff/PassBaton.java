package org.batonrelay.handoff;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The receiver has accepted; in the transaction of that answer the baton is theirs. */
@Component
class PassBaton implements JavaDelegate {

    private final Handoffs handoffs;

    PassBaton(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handoffs.pass(Variables.reference(execution), CurrentActor.name());
    }
}
