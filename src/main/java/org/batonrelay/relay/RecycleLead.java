package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Not now: marketing holds the lead until it wakes. */
@Component
class RecycleLead implements JavaDelegate {

    private final RelayWays ways;

    RecycleLead(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                RelayVariables.WAKE_AT,
                ways.recycle(
                        Variables.reference(execution),
                        Variables.textOrNull(execution, RelayVariables.REASON),
                        Variables.text(execution, RelayVariables.RECYCLE_ON)));
    }
}
