package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AE begins: are there two contacts, and is a meeting fixed? */
@Component
class OpenDeal implements JavaDelegate {

    private final Deals deals;

    OpenDeal(Deals deals) {
        this.deals = deals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Variables.set(
                execution,
                deals.open(Variables.reference(execution), Variables.textOrNull(execution, DealVariables.MEETING_ON)));
    }
}
