package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client hears of a later start by a mail of its own. */
@Component
class AnnounceLaterStart implements JavaDelegate {

    private final ClientLetters letters;

    AnnounceLaterStart(ClientLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.announceLaterStart(
                Variables.reference(execution),
                new StartDay(
                        Variables.text(execution, RelayVariables.READY_ON),
                        Variables.textOrNull(execution, RelayVariables.TOLD_START)));
    }
}
