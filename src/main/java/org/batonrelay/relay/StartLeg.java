package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A leg begins; the call activity bears its name. */
@Component
class StartLeg implements ExecutionListener {

    private final Batons batons;

    StartLeg(Batons batons) {
        this.batons = batons;
    }

    @Override
    public void notify(DelegateExecution execution) {
        batons.startLeg(Variables.reference(execution), Leg.of(execution.getCurrentActivityId()));
    }
}
