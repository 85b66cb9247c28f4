package org.batonrelay.handoff;

import java.util.List;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts a return, keeps what was missing, and leaves the form as new for the next receiver. */
@Component
class RecordReturn implements JavaDelegate {

    private final Handoffs handoffs;

    RecordReturn(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int times = 1 + (execution.getVariable(HandoffVariables.RETURNS) instanceof Integer before ? before : 0);
        String managers = handoffs.returned(
                Variables.reference(execution),
                CurrentActor.name(),
                Variables.text(execution, HandoffVariables.RETURN_REASON),
                Variables.textOrNull(execution, HandoffVariables.RETURN_NOTE),
                times);
        execution.setVariable(HandoffVariables.RETURNS, times);
        execution.setVariable(HandoffVariables.MANAGERS, managers);
        execution.removeVariables(
                List.of(HandoffVariables.DECISION, HandoffVariables.RETURN_REASON, HandoffVariables.RETURN_NOTE));
    }
}
