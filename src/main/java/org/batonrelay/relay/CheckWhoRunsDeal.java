package org.batonrelay.relay;

import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** An AE who has qualified the lead runs the deal, too: nobody to pass it to. Who has run it before is asked first. */
@Component
class CheckWhoRunsDeal implements ExecutionListener {

    private final RelayWays ways;
    private final EarlierRunners earlier;

    CheckWhoRunsDeal(RelayWays ways, EarlierRunners earlier) {
        this.ways = ways;
        this.earlier = earlier;
    }

    @Override
    public void notify(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        execution.setVariable(RelayVariables.HOLDER_RUNS_DEAL, ways.isHeldByAe(reference));
        execution.setVariable(RelayVariables.RECEIVER, earlier.receiver(reference, Leg.DEAL));
    }
}
