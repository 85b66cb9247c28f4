package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A deal that is won again goes to whoever began to onboard it; where nobody did, the model names the team. */
@Component
class LookUpCsm implements ExecutionListener {

    private final EarlierRunners earlier;

    LookUpCsm(EarlierRunners earlier) {
        this.earlier = earlier;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(
                RelayVariables.RECEIVER, earlier.receiver(Variables.reference(execution), Leg.ONBOARDING));
    }
}
