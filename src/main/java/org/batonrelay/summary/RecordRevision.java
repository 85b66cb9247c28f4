package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compares what the holder has made of a client's correction with it; a changed text is a new version. */
@Component
class RecordRevision implements JavaDelegate {

    private final Summaries summaries;
    private final SummaryWriting writing;

    RecordRevision(Summaries summaries, SummaryWriting writing) {
        this.summaries = summaries;
        this.writing = writing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Summary agreed = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
        Draft draft = Draft.of(execution::getVariable);
        boolean changed = !draft.saysTheSameAs(agreed);
        execution.setVariable("textChanged", changed);
        if (changed) {
            Summary corrected = summaries.get(Variables.text(execution, SummaryProcess.CORRECTED_ID));
            execution.setVariable(
                    SummaryProcess.SUMMARY_ID, writing.revise(corrected, draft).id());
        }
    }
}
