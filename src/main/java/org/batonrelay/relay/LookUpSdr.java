package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever has qualified the lead is offered it again; where nobody is left of them, the routing decides. */
@Component
class LookUpSdr implements JavaDelegate {

    private final RelayWays ways;

    LookUpSdr(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                RelayVariables.RECEIVER,
                ways.backToSdr(Variables.reference(execution), execution.getId())
                        .value());
        // nobody is invited any more to what was called off
        execution.setVariable(RelayVariables.MEETING_ON, null);
    }
}
