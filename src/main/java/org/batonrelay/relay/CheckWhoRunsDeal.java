package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** An AE who has qualified the lead runs the deal, too: nobody to pass it to. */
@Component
class CheckWhoRunsDeal implements ExecutionListener {

    private final RelayWays ways;

    CheckWhoRunsDeal(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(RelayVariables.HOLDER_RUNS_DEAL, ways.isHeldByAe(Variables.reference(execution)));
    }
}
