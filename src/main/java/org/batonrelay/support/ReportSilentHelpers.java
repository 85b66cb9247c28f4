package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AE and the managers hear that nobody answers; nothing is taken away from anybody. */
@Component
class ReportSilentHelpers implements JavaDelegate {

    private final Support support;

    ReportSilentHelpers(Support support) {
        this.support = support;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.reportSilence(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.text(execution, SupportVariables.MANAGER_GROUP),
                execution.getId(),
                execution.getActivityInstanceId());
    }
}
