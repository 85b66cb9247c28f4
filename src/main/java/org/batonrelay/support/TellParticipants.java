package org.batonrelay.support;

import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** All of ours who took part get the summary, and may say what is not right. */
@Component
class TellParticipants implements JavaDelegate {

    private final Support support;
    private final SupportDeadlines deadlines;

    TellParticipants(Support support, SupportDeadlines deadlines) {
        this.support = support;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.share(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.text(execution, SupportVariables.SUMMARY_ID));
        execution.setVariable(
                SupportVariables.CHECK_UNTIL,
                Date.from(deadlines.checkUntil(Variables.text(execution, SupportVariables.RECEIVER))));
    }
}
