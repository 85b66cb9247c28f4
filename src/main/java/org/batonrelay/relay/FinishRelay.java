package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Customer service holds the baton: the relay has done its work. */
@Component
class FinishRelay implements JavaDelegate {

    private final RelayWays ways;

    FinishRelay(RelayWays ways) {
        this.ways = ways;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ways.finish(Variables.reference(execution));
    }
}
