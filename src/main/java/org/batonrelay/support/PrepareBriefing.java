package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Presets acceptance, and tells whoever is asked by mail. */
@Component
class PrepareBriefing implements TaskListener {

    private final SupportNotices notices;
    private final SupportRequests requests;

    PrepareBriefing(SupportNotices notices, SupportRequests requests) {
        this.notices = notices;
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(SupportVariables.DECISION, "accept");
        task.setVariable(SupportVariables.RETURN_REASON, null);
        task.setVariable(SupportVariables.RETURN_NOTE, null);
        SupportRequest request = requests.get(Variables.text(task, SupportVariables.SUPPORT_ID));
        notices.later(task.getExecutionId(), SupportNotices.Kind.ASKED, request, request.receiver(), task.getId());
    }
}
