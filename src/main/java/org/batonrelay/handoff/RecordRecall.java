package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The giver has taken the offer back. */
@Component
class RecordRecall implements JavaDelegate {

    private final Handoffs handoffs;

    RecordRecall(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handoffs.recalled(Variables.reference(execution), Variables.text(execution, HandoffVariables.RECALLED_BY));
    }
}
