package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The meeting is at another time. */
@Component
class RenewBriefing implements JavaDelegate {

    private final BriefingOnForm forms;
    private final SupportRequests requests;

    RenewBriefing(BriefingOnForm forms, SupportRequests requests) {
        this.forms = forms;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Variables.set(execution, forms.of(requests.get(Variables.text(execution, SupportVariables.SUPPORT_ID))));
    }
}
