package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The holder goes on without the client's word, and says why. */
@Component
class RecordDeparture implements JavaDelegate {

    private final Silence silence;

    RecordDeparture(Silence silence) {
        this.silence = silence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String why = Variables.textOrNull(execution, "goOnReason");
        silence.goOn(Variables.text(execution, SummaryProcess.SUMMARY_ID), why == null ? "no reason given" : why);
    }
}
