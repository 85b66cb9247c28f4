package org.batonrelay.handoff;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has taken the baton: the managers hold it and must decide. */
@Component
class DropBaton implements JavaDelegate {

    private final Ladder ladder;
    private final Delays delays;

    DropBaton(Ladder ladder, Delays delays) {
        this.ladder = ladder;
        this.delays = delays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        execution.setVariable(HandoffVariables.DROP_CAUSE, ladder.plainCause(reference));
        execution.setVariable(HandoffVariables.MANAGERS, ladder.drop(reference));
        Deadlines deadlines = Deadlines.of(Variables.text(execution, HandoffVariables.DEADLINES));
        execution.setVariable(HandoffVariables.NEW_DATE, delays.dropped(reference, deadlines));
    }
}
