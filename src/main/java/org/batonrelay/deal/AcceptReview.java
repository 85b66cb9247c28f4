package org.batonrelay.deal;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Claiming a review is accepting it: another clock counts from now on. Giving it back lets the first one go on. */
@Component
class AcceptReview implements TaskListener {

    private final Legal legal;
    private final RuntimeService runtime;

    AcceptReview(Legal legal, @Lazy RuntimeService runtime) {
        this.legal = legal;
        this.runtime = runtime;
    }

    @Override
    public void notify(DelegateTask task) {
        String review = Variables.text(task, DealVariables.REVIEW_ID);
        legal.claim(review, task.getAssignee());
        Instant due = legal.due(review, Variables.priority(task), task.getExecutionId());
        task.setDueDate(due == null ? null : Date.from(due));
        runtime.createMessageCorrelation("reviewClaimed")
                .processInstanceId(task.getProcessInstanceId())
                .correlateAll();
    }
}
