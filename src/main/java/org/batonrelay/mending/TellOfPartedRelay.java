package org.batonrelay.mending;

import org.batonrelay.engine.Errands;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Managers are asked what to do about a lead that stands still: an incident shows it in Cockpit, and they get a mail. */
@Component
class TellOfPartedRelay implements TaskListener {

    static final String INCIDENT = "relay-parted";

    private final Errands errands;

    TellOfPartedRelay(Errands errands) {
        this.errands = errands;
    }

    @Override
    public void notify(DelegateTask task) {
        String reference = Variables.text(task, Variables.REFERENCE);
        task.setVariable(MendingVariables.MEND_DECISION, null);
        ((ExecutionEntity) task.getExecution())
                .createIncident(INCIDENT, reference, reference + ": " + Variables.text(task, MendingVariables.MISSING));
        errands.later(task.getExecutionId(), PartedNotice.NAME, reference + " " + task.getId());
    }
}
