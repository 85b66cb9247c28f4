package org.batonrelay.relay;

import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code new-interest.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class NewInterestSteps {

    /** A customer wants more: a relay of its own, in the transaction of whoever starts it. */
    @Bean
    JavaDelegate startNextRelay(FurtherInterest interest) {
        return execution -> {
            LeadReference started = interest.start(
                    Variables.text(execution, Variables.REFERENCE),
                    Variables.text(execution, RelayVariables.NEEDS),
                    Variables.text(execution, RelayVariables.NEXT_STEPS),
                    CurrentActor.name());
            execution.setProcessBusinessKey(started.value());
            execution.setVariable(Variables.REFERENCE, started.value());
        };
    }
}
