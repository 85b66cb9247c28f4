package org.batonrelay.relay;

import org.batonrelay.lead.Greeting;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers the client at once; whoever has not written to us is not thanked for it. */
@Component
class AcknowledgeLead implements JavaDelegate {

    private final ClientLetters letters;

    AcknowledgeLead(ClientLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        String greeting = Variables.textOrNull(execution, RelayVariables.GREETING);
        switch (greeting == null ? Greeting.THANKS : Greeting.of(greeting)) {
            case THANKS -> letters.acknowledge(reference);
            case FIRST_LETTER -> letters.writeFirst(reference);
            case NOTHING -> {}
        }
    }
}
