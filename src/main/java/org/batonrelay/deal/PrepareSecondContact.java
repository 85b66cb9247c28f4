package org.batonrelay.deal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Usually there is somebody else. */
@Component
class PrepareSecondContact implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(DealVariables.SECOND_CONTACT, "named");
    }
}
