package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** The form shows the client's words to be changed, and beside them what we had written. */
@Component
class PrefillRevision implements TaskListener {

    private final Summaries summaries;
    private final Answers answers;

    PrefillRevision(Summaries summaries, Answers answers) {
        this.summaries = summaries;
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        Summary agreed = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
        Summary before = summaries.get(Variables.text(execution, SummaryProcess.CORRECTED_ID));
        Answer answer = answers.get(Variables.text(execution, SummaryProcess.ANSWER_ID));
        agreed.headings().byName().forEach(execution::setVariable);
        execution.setVariable("nextStepOn", agreed.nextStepOn().toString());
        execution.setVariable("promises", null);
        execution.setVariable("correction", Spin.JSON(Correction.between(before, agreed, answer)));
    }
}
