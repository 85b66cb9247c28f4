package org.batonrelay.backward;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Onboarding stops, and the deal is offered again, in the transaction of whoever sends the customer back. */
@Component
class SendCustomerBack implements JavaDelegate {

    private static final String REASON = "sendBackReason";
    private static final String NOTE = "sendBackNote";

    private final UnreadyCustomers customers;
    private final LeadOfProcess lead;

    SendCustomerBack(UnreadyCustomers customers, LeadOfProcess lead) {
        this.customers = customers;
        this.lead = lead;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = customers.sendBack(
                Variables.text(execution, Variables.REFERENCE),
                Variables.textOrNull(execution, REASON),
                Variables.textOrNull(execution, NOTE),
                CurrentActor.name());
        lead.introduce(reference, execution);
    }
}
