package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The helper has looked at the summary. */
@Component
class RecordSummaryCheck implements JavaDelegate {

    private final Support support;

    RecordSummaryCheck(Support support) {
        this.support = support;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.check(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.textOrNull(execution, SupportVariables.CORRECTION));
    }
}
