package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Marketing hears why a lead was recycled or closed. */
@Component
class TellMarketing implements JavaDelegate {

    private final MarketingLetters letters;

    TellMarketing(MarketingLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.tell(Variables.reference(execution), Variables.textOrNull(execution, RelayVariables.REASON));
    }
}
