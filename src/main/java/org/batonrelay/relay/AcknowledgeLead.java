package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers the client at once. */
@Component
class AcknowledgeLead implements JavaDelegate {

    private final ClientLetters letters;

    AcknowledgeLead(ClientLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.acknowledge(Variables.reference(execution));
    }
}
