package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The giver introduces the receiver to the client. */
@Component
class IntroduceReceiver implements JavaDelegate {

    private final ClientLetters letters;

    IntroduceReceiver(ClientLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.introduce(Variables.reference(execution));
    }
}
