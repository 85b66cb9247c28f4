package org.batonrelay.mending;

import org.batonrelay.baton.Variables;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code mend-relay.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class MendRelaySteps {

    static final String INCIDENT = "relay-parted";

    /** Managers are asked what to do about a lead that stands still: an incident shows it in Cockpit, and they get a mail. */
    @Bean
    TaskListener tellOfPartedRelay(Errands errands) {
        return task -> {
            String reference = Variables.text(task, Variables.REFERENCE);
            task.setVariable(MendingVariables.MEND_DECISION, null);
            ((ExecutionEntity) task.getExecution())
                    .createIncident(
                            INCIDENT, reference, reference + ": " + Variables.text(task, MendingVariables.MISSING));
            errands.later(
                    task.getExecutionId(),
                    PartedNotice.NAME,
                    new PartedNotice.Parted(new LeadReference(reference), task.getId()));
        };
    }

    /** Does what the manager decided about a lead that has come to a standstill. */
    @Bean
    JavaDelegate settleMending(Mending mending) {
        return execution -> mending.settle(
                Variables.reference(execution),
                Variables.text(execution, MendingVariables.MEND_DECISION),
                Variables.text(execution, MendingVariables.MISSING));
    }
}
