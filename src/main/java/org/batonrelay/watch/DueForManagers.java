package org.batonrelay.watch;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.baton.Variables;
import org.batonrelay.lead.Leads;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** By when managers should have decided: in the time that they have, and before the offer in question is dropped. */
@Component
class DueForManagers implements TaskListener {

    private static final String DROP_AT = "dropAt";
    private static final String TEAM = "manager";

    private final OwedDecisions owed;
    private final Leads leads;

    DueForManagers(OwedDecisions owed, Leads leads) {
        this.owed = owed;
        this.leads = leads;
    }

    @Override
    public void notify(DelegateTask task) {
        String priority = leads.get(Variables.reference(task)).priority().id();
        Instant due = owed.by(priority, TEAM, task.getExecutionId());
        boolean dropsBefore = task.getVariable(DROP_AT) instanceof Date dropped
                && dropped.toInstant().isAfter(task.getCreateTime().toInstant())
                && (due == null || dropped.toInstant().isBefore(due));
        task.setDueDate(dropsBefore ? (Date) task.getVariable(DROP_AT) : due == null ? null : Date.from(due));
    }
}
