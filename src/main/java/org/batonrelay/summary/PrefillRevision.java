package org.batonrelay.summary;

import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.relay.CardText;
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
    private final Contacts contacts;

    PrefillRevision(Summaries summaries, Answers answers, Contacts contacts) {
        this.summaries = summaries;
        this.answers = answers;
        this.contacts = contacts;
    }

    @Override
    public void notify(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        Summary agreed = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
        Summary before = summaries.get(Variables.text(execution, SummaryProcess.CORRECTED_ID));
        Answer answer = answers.get(Variables.text(execution, SummaryProcess.ANSWER_ID));
        String by = contacts.find(answer.contactId()).map(Contact::name).orElse("Somebody");
        agreed.headings().byName().forEach(execution::setVariable);
        execution.setVariable("nextStepOn", agreed.nextStepOn().toString());
        execution.setVariable("promises", null);
        execution.setVariable(
                "correction", Spin.JSON(CardText.harmless(Correction.between(by, before, agreed, answer))));
    }
}
