package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does what the manager decided about a stalled leg. */
@Component
class SettleUnblocking implements JavaDelegate {

    private final Unblocking unblocking;

    SettleUnblocking(Unblocking unblocking) {
        this.unblocking = unblocking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        unblocking.settle(
                Variables.reference(execution),
                Variables.text(execution, LegVariables.UNBLOCK_DECISION),
                Variables.textOrNull(execution, LegVariables.NEW_RECEIVER));
    }
}
