package org.batonrelay.handoff;

import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code move-batons.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class MoveBatonsSteps {

    /** A manager moves all batons of a person or a team; in the transaction of their form each is only put on the list. */
    @Bean
    JavaDelegate moveBatons(Moving moving) {
        return execution -> {
            int moved = moving.start(
                    Variables.text(execution, "moveFrom").strip(),
                    Variables.textOrNull(execution, "moveTo"),
                    Variables.text(execution, "moveWhy"),
                    CurrentActor.name());
            execution.setVariable("moved", moved);
        };
    }
}
