package org.batonrelay.handoff;

import java.util.List;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A manager has named somebody else: the exchange starts anew for them. */
@Component
class ReassignBaton implements JavaDelegate {

    private final Verdicts verdicts;

    ReassignBaton(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Holder receiver = verdicts.reassign(
                Variables.reference(execution),
                Variables.textOrNull(execution, HandoffVariables.NEW_RECEIVER),
                CurrentActor.name());
        execution.setVariable(HandoffVariables.RECEIVER, receiver.value());
        execution.setVariable(HandoffVariables.RETURNS, 0);
        execution.removeVariables(List.of(
                HandoffVariables.REFUSERS,
                HandoffVariables.NEW_RECEIVER,
                HandoffVariables.UNBLOCK_DECISION,
                HandoffVariables.SETTLE_DECISION,
                HandoffVariables.DROPPED_DECISION));
    }
}
