package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client has been silent for too long. */
@Component
class RaiseFlag implements JavaDelegate {

    private final Silence silence;

    RaiseFlag(Silence silence) {
        this.silence = silence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        silence.raiseFlag(Variables.text(execution, SummaryProcess.SUMMARY_ID));
    }
}
