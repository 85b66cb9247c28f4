package org.batonrelay.correspondence;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the address that the holder has found out. */
@Component
class RecordMendedAddress implements JavaDelegate {

    private final Bounces bounces;

    RecordMendedAddress(Bounces bounces) {
        this.bounces = bounces;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bounces.mend(Variables.text(execution, Bounces.CONTACT), Variables.text(execution, "contactEmail"));
    }
}
