package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The meeting is near, and nobody is prepared: the AE and the managers hear of it, once for each date. */
@Component
class ReportUnacceptedBriefing implements JavaDelegate {

    private final Support support;

    ReportUnacceptedBriefing(Support support) {
        this.support = support;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.reportUnaccepted(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.text(execution, SupportVariables.MANAGER_GROUP),
                execution.getId());
    }
}
