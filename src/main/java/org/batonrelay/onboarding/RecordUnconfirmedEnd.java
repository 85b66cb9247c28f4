package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The holder ends without the client's word and says why. */
@Component
class RecordUnconfirmedEnd implements JavaDelegate {

    private final LastWord word;

    RecordUnconfirmedEnd(LastWord word) {
        this.word = word;
    }

    @Override
    public void execute(DelegateExecution execution) {
        word.doWithout(Variables.reference(execution), Variables.text(execution, OnboardingVariables.REASON));
    }
}
