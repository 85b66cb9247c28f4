package org.batonrelay.handoff;

import java.util.Set;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts that the baton was not theirs, and finds who is offered it instead. */
@Component
class RecordMisroute implements JavaDelegate {

    private final Handoffs handoffs;

    RecordMisroute(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String by = CurrentActor.name();
        Set<String> refusers = Receivers.names(Variables.textOrNull(execution, HandoffVariables.REFUSERS));
        refusers.add(by);
        Holder next = handoffs.misrouted(Variables.reference(execution), by, refusers, execution.getId());
        execution.setVariable(HandoffVariables.REFUSERS, String.join(",", refusers));
        execution.setVariable(HandoffVariables.RECEIVER, next.value());
        execution.removeVariable(HandoffVariables.DECISION);
    }
}
