package org.batonrelay.backward;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A client's question goes to whoever holds the lead today, in the transaction of whoever passes it on. */
@Component
class PassQuestionOn implements JavaDelegate {

    static final String CONTACT_EMAIL = "contactEmail";

    private final Leakage leakage;
    private final LeadOfProcess lead;

    PassQuestionOn(Leakage leakage, LeadOfProcess lead) {
        this.leakage = leakage;
        this.lead = lead;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = leakage.passOn(
                Variables.text(execution, Variables.REFERENCE),
                Variables.textOrNull(execution, CONTACT_EMAIL),
                Variables.text(execution, CallBackVariables.QUESTION),
                CurrentActor.name());
        lead.introduce(reference, execution);
    }
}
