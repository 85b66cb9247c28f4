package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Picks who is offered the lead, unless its finder has named somebody. */
@Component
class RouteLead implements JavaDelegate {

    private final RelayWays ways;

    RouteLead(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RelayWays.Routed routed = ways.route(
                Variables.reference(execution),
                Variables.textOrNull(execution, RelayVariables.HAND_TO),
                execution.getId());
        execution.setVariable(RelayVariables.RECEIVER, routed.receiver().value());
        execution.setVariable(Variables.PRIORITY, routed.priority().id());
    }
}
