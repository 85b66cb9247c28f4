package org.batonrelay.watch;

import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** By when whoever holds the baton should have done what they are asked for now. */
@Component
class DueFromNow implements TaskListener {

    private final LegWatch watch;

    DueFromNow(LegWatch watch) {
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDueDate(watch.dueFromNow(Variables.reference(task), task.getExecutionId()));
    }
}
