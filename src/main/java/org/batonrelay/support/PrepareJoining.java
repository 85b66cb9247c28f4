package org.batonrelay.support;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A note is a new one each time. */
@Component
class PrepareJoining implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(SupportVariables.HELPER_NOTE, null);
    }
}
