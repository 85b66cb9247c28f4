package org.batonrelay.support;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody has accepted the briefing: from now on it is theirs. */
@Component
class RecordBriefingAcceptance implements JavaDelegate {

    private final Support support;
    private final BriefingOnForm forms;
    private final SupportRequests requests;

    RecordBriefingAcceptance(Support support, BriefingOnForm forms, SupportRequests requests) {
        this.support = support;
        this.forms = forms;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String id = Variables.text(execution, SupportVariables.SUPPORT_ID);
        support.accept(id, CurrentActor.name());
        execution.setVariable(SupportVariables.RECEIVER, CurrentActor.name());
        Variables.set(execution, forms.of(requests.get(id)));
    }
}
