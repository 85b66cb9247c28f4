package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client has confirmed by phone or in a meeting. */
@Component
class RecordPhoneConfirmation implements JavaDelegate {

    private final Silence silence;

    RecordPhoneConfirmation(Silence silence) {
        this.silence = silence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        silence.confirmedByPhone(Variables.text(execution, SummaryProcess.SUMMARY_ID));
    }
}
