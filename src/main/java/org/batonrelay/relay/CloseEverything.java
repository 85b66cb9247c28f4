package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The one path by which a relay is given up: nothing of it stays alive. */
@Component
class CloseEverything implements JavaDelegate {

    private final RelayWays ways;

    CloseEverything(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ways.close(Variables.reference(execution), Variables.textOrNull(execution, RelayVariables.REASON));
    }
}
