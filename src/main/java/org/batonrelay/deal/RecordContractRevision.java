package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The contract comes back from the client's side: legal's clock starts anew with the next round. */
@Component
class RecordContractRevision implements JavaDelegate {

    static final String BACK_TO_LEGAL = "back-to-legal";

    private final Legal legal;

    RecordContractRevision(Legal legal) {
        this.legal = legal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        legal.revise(
                Variables.text(execution, DealVariables.REVIEW_ID),
                BACK_TO_LEGAL.equals(Variables.text(execution, DealVariables.REVISION_DECISION)),
                Variables.text(execution, DealVariables.REVISION_NOTE));
    }
}
