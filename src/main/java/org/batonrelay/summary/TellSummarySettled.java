package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whoever waits for this summary that it is settled, and how. */
@Component
class TellSummarySettled implements JavaDelegate {

    private final Summaries summaries;
    private final SummaryProcess process;

    TellSummarySettled(Summaries summaries, SummaryProcess process) {
        this.summaries = summaries;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Summary summary = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
        process.summarySettled(
                summary.reference(),
                Variables.text(execution, SummaryProcess.AWAITED_ID),
                summary.status().id());
    }
}
