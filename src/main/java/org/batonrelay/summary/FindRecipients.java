package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether mail can reach anybody this summary is meant for. */
@Component
class FindRecipients implements JavaDelegate {

    private final SummarySending sending;

    FindRecipients(SummarySending sending) {
        this.sending = sending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String summary = Variables.text(execution, SummaryProcess.SUMMARY_ID);
        execution.setVariable("hasReachableContact", sending.findRecipients(summary));
    }
}
