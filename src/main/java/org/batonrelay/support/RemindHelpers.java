package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** They are told again. A claim was no acceptance, so all of them may take it. */
@Component
class RemindHelpers implements JavaDelegate {

    private final Support support;
    private final SupportRequests requests;
    private final SupportDeadlines deadlines;
    private final SupportProcess process;

    RemindHelpers(Support support, SupportRequests requests, SupportDeadlines deadlines, SupportProcess process) {
        this.support = support;
        this.requests = requests;
        this.deadlines = deadlines;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String id = Variables.text(execution, SupportVariables.SUPPORT_ID);
        process.release(execution.getProcessInstanceId());
        support.remind(id, execution.getId(), execution.getActivityInstanceId());
        execution.setVariable(
                SupportVariables.REMIND_AT,
                deadlines.nextReminder(requests.get(id), Variables.priority(execution), execution.getId()));
    }
}
