package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the managers who may unblock the offer; it stays open meanwhile. */
@Component
class EscalateOffer implements JavaDelegate {

    private final Ladder ladder;

    EscalateOffer(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(HandoffVariables.UNBLOCKERS, ladder.escalate(Variables.reference(execution)));
    }
}
