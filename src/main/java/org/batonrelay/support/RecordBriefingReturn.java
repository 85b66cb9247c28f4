package org.batonrelay.support;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Back to the AE, with what is missing. */
@Component
class RecordBriefingReturn implements JavaDelegate {

    private final Support support;

    RecordBriefingReturn(Support support) {
        this.support = support;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.giveBack(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                CurrentActor.name(),
                Variables.text(execution, SupportVariables.RETURN_REASON),
                Variables.textOrNull(execution, SupportVariables.RETURN_NOTE));
    }
}
