package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the answer that the client gave; it was stored before. */
@Component
class ApplyAnswer implements JavaDelegate {

    private final Answers answers;
    private final Counting counting;

    ApplyAnswer(Answers answers, Counting counting) {
        this.answers = answers;
        this.counting = counting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Answer answer = answers.get(Variables.text(execution, SummaryProcess.ANSWER_ID));
        counting.count(answer).ifPresent(agreed -> {
            execution.setVariable(SummaryProcess.CORRECTED_ID, answer.summaryId());
            execution.setVariable(SummaryProcess.SUMMARY_ID, agreed.id());
        });
        execution.setVariable("verdict", answer.verdict().id());
    }
}
