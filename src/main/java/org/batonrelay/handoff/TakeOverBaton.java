package org.batonrelay.handoff;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A manager takes the baton without having been offered it. */
@Component
class TakeOverBaton implements JavaDelegate {

    private final Verdicts verdicts;

    TakeOverBaton(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.takeOver(Variables.reference(execution), CurrentActor.name());
        execution.removeVariable(HandoffVariables.READY_ON);
    }
}
