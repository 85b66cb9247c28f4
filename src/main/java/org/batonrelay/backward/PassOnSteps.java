package org.batonrelay.backward;

import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code pass-on.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class PassOnSteps {

    static final String CONTACT_EMAIL = "contactEmail";

    /** A client's question goes to whoever holds the lead today, in the transaction of whoever passes it on. */
    @Bean
    JavaDelegate passQuestionOn(MisdirectedQuestion misdirected, LeadOfProcess lead) {
        return execution -> {
            LeadReference reference = misdirected.passOn(
                    Variables.text(execution, Variables.REFERENCE),
                    Variables.textOrNull(execution, CONTACT_EMAIL),
                    Variables.text(execution, CallBackVariables.QUESTION),
                    CurrentActor.name());
            lead.introduce(reference, execution);
        };
    }
}
