package org.batonrelay.support;

import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever is asked gets the briefing, and the clocks begin. */
@Component
class AskHelpers implements JavaDelegate {

    private final Support support;
    private final SupportDeadlines deadlines;
    private final BriefingOnForm forms;

    AskHelpers(Support support, SupportDeadlines deadlines, BriefingOnForm forms) {
        this.support = support;
        this.deadlines = deadlines;
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SupportRequest request = support.offer(Variables.text(execution, SupportVariables.SUPPORT_ID));
        Variables.set(execution, forms.of(request));
        SupportDeadlines.Due due =
                deadlines.of(request, forms.meetingAt(request), Variables.priority(execution), execution.getId());
        execution.setVariable(SupportVariables.RECEIVER, request.receiver().value());
        execution.setVariable(SupportVariables.REMIND_AT, due.remindAt());
        execution.setVariable(SupportVariables.SILENCE_AT, due.silenceAt());
        execution.setVariable(SupportVariables.MEETING_NEAR_AT, due.nearAt());
        execution.setVariable(SupportVariables.ACCEPT_BY, Date.from(due.acceptBy()));
        execution.setVariable(SupportVariables.MANAGER_GROUP, due.managerGroup());
    }
}
