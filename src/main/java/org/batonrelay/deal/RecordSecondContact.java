package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AE has named somebody else at the client, or has said why there is nobody. */
@Component
class RecordSecondContact implements JavaDelegate {

    private final SecondContact secondContact;

    RecordSecondContact(SecondContact secondContact) {
        this.secondContact = secondContact;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // what they filled in is not to show on the form "Work deal", which is open beside
        Variables.set(
                execution,
                secondContact.answer(
                        Variables.reference(execution),
                        Variables.text(execution, DealVariables.SECOND_CONTACT),
                        new SecondContact.Person(
                                Variables.textOrNull(execution, DealVariables.CONTACT_NAME),
                                Variables.textOrNull(execution, DealVariables.CONTACT_EMAIL),
                                Variables.textOrNull(execution, DealVariables.CONTACT_ROLE)),
                        Variables.textOrNull(execution, DealVariables.ONE_CONTACT_REASON)));
    }
}
