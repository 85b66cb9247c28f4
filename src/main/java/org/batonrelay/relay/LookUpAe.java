package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever has run the deal is offered it again; where nobody is left of them, the model names the team. */
@Component
class LookUpAe implements JavaDelegate {

    private final EarlierRunners earlier;

    LookUpAe(EarlierRunners earlier) {
        this.earlier = earlier;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RelayVariables.RECEIVER, earlier.receiver(Variables.reference(execution), Leg.DEAL));
        // the meeting that the qualification had fixed is long over
        execution.setVariable(RelayVariables.MEETING_ON, null);
    }
}
