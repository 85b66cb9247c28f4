package org.batonrelay.mending;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does what the manager decided about a lead that has come to a standstill. */
@Component
class SettleMending implements JavaDelegate {

    private final Mending mending;

    SettleMending(Mending mending) {
        this.mending = mending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mending.settle(
                Variables.reference(execution),
                Variables.text(execution, MendingVariables.MEND_DECISION),
                Variables.text(execution, MendingVariables.MISSING));
    }
}
