package org.batonrelay.deal;

import org.batonrelay.relay.SendingBack;
import org.batonrelay.relay.Variables;
import org.batonrelay.relay.WayBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody came, whatever time was proposed: the lead goes back to whoever has qualified it. */
@Component
class GiveDealBack implements JavaDelegate {

    private static final String NO_SHOW = "no-show";

    private final SendingBack back;
    private final WayBack way;

    GiveDealBack(SendingBack back, WayBack way) {
        this.back = back;
        this.way = way;
    }

    @Override
    public void execute(DelegateExecution execution) {
        way.check(execution, SendingBack.OUTCOME);
        back.record(Variables.reference(execution), NO_SHOW, "The client came to none of the times that were agreed.");
        execution.setVariable(DealVariables.DEAL_DECISION, SendingBack.OUTCOME);
    }
}
