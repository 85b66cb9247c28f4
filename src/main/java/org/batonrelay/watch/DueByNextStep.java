package org.batonrelay.watch;

import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** By when whoever runs a leg should have done the next thing: counted from the agreed next step where one lies ahead. */
@Component
class DueByNextStep implements TaskListener {

    private final LegWatch watch;

    DueByNextStep(LegWatch watch) {
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDueDate(watch.dueByNextStep(Variables.reference(task), task.getExecutionId()));
    }
}
