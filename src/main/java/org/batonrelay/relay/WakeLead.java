package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The date has come, or the client has: the relay runs again, from the routing on. */
@Component
class WakeLead implements JavaDelegate {

    private final RelayWays ways;

    WakeLead(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ways.wake(Variables.reference(execution));
        execution.setVariable(RelayVariables.FINDER_KEEPS, false);
        execution.setVariable(RelayVariables.CUSTOMER, false);
        execution.setVariable(RelayVariables.HAND_TO, null);
    }
}
