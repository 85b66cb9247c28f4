package org.batonrelay.support;

import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.batonrelay.summary.Summaries;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Usually the client gets what is right, with the same date of the next step; the holder hears of it by mail. */
@Component
class PrepareCorrection implements TaskListener {

    private final SupportNotices notices;
    private final SupportRequests requests;
    private final Summaries summaries;
    private final BriefingOnForm forms;

    PrepareCorrection(SupportNotices notices, SupportRequests requests, Summaries summaries, BriefingOnForm forms) {
        this.notices = notices;
        this.requests = requests;
        this.summaries = summaries;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        SupportRequest request = requests.get(Variables.text(task, SupportVariables.SUPPORT_ID));
        Variables.set(task, forms.of(request));
        task.setVariable(SupportVariables.CORRECTION_DECISION, "new-version");
        task.setVariable(
                "nextStepOn",
                summaries
                        .last(request.reference())
                        .map(it -> it.nextStepOn().toString())
                        .orElse(null));
        notices.later(
                task.getExecutionId(),
                SupportNotices.Kind.CORRECTED,
                request,
                new Holder(Variables.text(task, Variables.HOLDER)),
                task.getId());
    }
}
