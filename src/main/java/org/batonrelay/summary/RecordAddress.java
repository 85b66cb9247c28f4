package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the address that the holder has found out. */
@Component
class RecordAddress implements JavaDelegate {

    private final SummarySending sending;

    RecordAddress(SummarySending sending) {
        this.sending = sending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sending.recordAddress(
                Variables.text(execution, SummaryProcess.SUMMARY_ID), Variables.text(execution, "contactEmail"));
    }
}
