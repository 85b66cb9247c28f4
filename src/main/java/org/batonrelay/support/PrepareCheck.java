package org.batonrelay.support;

import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Usually the summary is right; the helper has it by mail as well. */
@Component
class PrepareCheck implements TaskListener {

    private final SupportNotices notices;
    private final SupportRequests requests;

    PrepareCheck(SupportNotices notices, SupportRequests requests) {
        this.notices = notices;
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(SupportVariables.SUMMARY_CHECK, "right");
        task.setVariable(SupportVariables.CORRECTION, null);
        notices.later(
                task.getExecutionId(),
                SupportNotices.Kind.SHARED,
                requests.get(Variables.text(task, SupportVariables.SUPPORT_ID)),
                new Holder(Variables.text(task, SupportVariables.RECEIVER)),
                task.getId());
    }
}
