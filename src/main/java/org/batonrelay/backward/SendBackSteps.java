package org.batonrelay.backward;

import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code send-back.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class SendBackSteps {

    private static final String REASON = "sendBackReason";

    private static final String NOTE = "sendBackNote";

    /** Onboarding stops, and the deal is offered again, in the transaction of whoever sends the customer back. */
    @Bean
    JavaDelegate sendCustomerBack(UnreadyCustomers customers, LeadOfProcess lead) {
        return execution -> {
            LeadReference reference = customers.sendBack(
                    Variables.text(execution, Variables.REFERENCE),
                    Variables.textOrNull(execution, REASON),
                    Variables.textOrNull(execution, NOTE),
                    CurrentActor.name());
            lead.introduce(reference, execution);
        };
    }
}
