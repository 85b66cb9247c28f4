package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the client once, in a transaction of its own. */
@Component
class RemindClient implements JavaDelegate {

    private final SummarySending summaries;

    RemindClient(SummarySending summaries) {
        this.summaries = summaries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        summaries.remind(
                Variables.text(execution, SummaryProcess.SUMMARY_ID), (Integer) execution.getVariable("sending"));
    }
}
