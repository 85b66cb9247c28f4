package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A leg is over; what came of it is the variable outcome. */
@Component
class FinishLeg implements ExecutionListener {

    private final Batons batons;
    private final SendingBack back;

    FinishLeg(Batons batons, SendingBack back) {
        this.batons = batons;
        this.back = back;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String outcome = Variables.textOrNull(execution, RelayVariables.OUTCOME);
        batons.finishLeg(Variables.reference(execution), outcome == null ? "done" : outcome);
        if (!SendingBack.OUTCOME.equals(outcome)) {
            back.settle(Variables.reference(execution));
        }
    }
}
