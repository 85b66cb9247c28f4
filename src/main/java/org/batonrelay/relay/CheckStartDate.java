package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether operations are ready later than the client was told. */
@Component
class CheckStartDate implements ExecutionListener {

    private final RelayWays ways;

    CheckStartDate(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(
                RelayVariables.START_LATER,
                ways.isLaterThanAgreed(
                        Variables.reference(execution), Variables.textOrNull(execution, RelayVariables.READY_ON)));
    }
}
