package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down the summary that a rep has just typed, and has it sent beside the relay; all in the transaction of that rep's step. */
@Component
class AnnounceSummary implements JavaDelegate {

    private final SummaryWriting writing;
    private final Withdrawal withdrawal;
    private final SummaryProcess process;
    private final Drafts drafts;

    AnnounceSummary(SummaryWriting writing, Withdrawal withdrawal, SummaryProcess process, Drafts drafts) {
        this.writing = writing;
        this.withdrawal = withdrawal;
        this.process = process;
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Summary summary = writing.write(Variables.reference(execution), Draft.of(execution::getVariable));
        drafts.forget(summary.reference());
        withdrawal.replacedBy(summary);
        execution.setVariable(SummaryProcess.SUMMARY_ID, summary.id());
        process.summaryWritten(summary);
    }
}
