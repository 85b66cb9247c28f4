package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Presets approval, and tells legal by mail that there is something to review. */
@Component
class PrepareReview implements TaskListener {

    private final LegalNotices notices;

    PrepareReview(LegalNotices notices) {
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(DealVariables.CONTRACT_DECISION, "approve");
        task.setVariable(DealVariables.CONTRACT_NOTE, null);
        notices.later(
                task.getExecutionId(),
                LegalNotices.Kind.ASKED,
                Variables.reference(task),
                "group:" + Legal.GROUP,
                task.getId());
    }
}
