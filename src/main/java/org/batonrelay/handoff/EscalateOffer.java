package org.batonrelay.handoff;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the managers who may unblock the offer, and whether the client waits for it; it stays open meanwhile. */
@Component
class EscalateOffer implements JavaDelegate {

    private final Ladder ladder;
    private final Delays delays;

    EscalateOffer(Ladder ladder, Delays delays) {
        this.ladder = ladder;
        this.delays = delays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        execution.setVariable(HandoffVariables.UNBLOCKERS, ladder.escalate(reference));
        Deadlines deadlines = Deadlines.of(Variables.text(execution, HandoffVariables.DEADLINES));
        Variables.set(execution, delays.variables(reference, deadlines));
    }
}
