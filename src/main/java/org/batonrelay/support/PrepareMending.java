package org.batonrelay.support;

import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The AE finds the briefing as it was, with what the helper misses, and hears of it by mail. */
@Component
class PrepareMending implements TaskListener {

    private final SupportNotices notices;
    private final SupportRequests requests;
    private final BriefingOnForm forms;

    PrepareMending(SupportNotices notices, SupportRequests requests, BriefingOnForm forms) {
        this.notices = notices;
        this.requests = requests;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        SupportRequest request = requests.get(Variables.text(task, SupportVariables.SUPPORT_ID));
        Variables.set(task, forms.of(request));
        task.setVariable(SupportVariables.MEND_DECISION, "ask-again");
        task.setVariable(SupportVariables.PART, request.briefing().part());
        task.setVariable(SupportVariables.GOAL, request.briefing().goal());
        task.setVariable(SupportVariables.LEAVE_OUT, request.briefing().leaveOut());
        task.setVariable(SupportVariables.MINUTES, request.briefing().minutes());
        notices.later(
                task.getExecutionId(),
                SupportNotices.Kind.RETURNED,
                request,
                new Holder(Variables.text(task, Variables.HOLDER)),
                task.getId());
    }
}
