package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The giver introduces the receiver to the client, and says from when they can start. */
@Component
class IntroduceReceiver implements JavaDelegate {

    private final ClientLetters letters;

    IntroduceReceiver(ClientLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String readyOn = Variables.textOrNull(execution, RelayVariables.READY_ON);
        letters.introduce(
                Variables.reference(execution),
                readyOn == null
                        ? null
                        : new StartDay(readyOn, Variables.textOrNull(execution, RelayVariables.TOLD_START)));
    }
}
