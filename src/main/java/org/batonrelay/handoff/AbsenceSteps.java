package org.batonrelay.handoff;

import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code absence.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class AbsenceSteps {

    /** Somebody is away from now on: their offers move, and their tasks are shared with whoever stands in for them. */
    @Bean
    JavaDelegate handOverWork(AbsentPeople absent) {
        return execution -> absent.gone(Variables.text(execution, "person"));
    }

    /** Somebody is back, by date or early: their tasks are theirs alone again, and they are offered batons. */
    @Bean
    JavaDelegate takeWorkBack(AbsentPeople absent) {
        return execution -> absent.back(Variables.text(execution, "absenceId"));
    }
}
