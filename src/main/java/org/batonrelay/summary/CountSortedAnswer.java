package org.batonrelay.summary;

import java.util.List;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores what an answer by mail means, now that somebody has read it; it is counted like an answer of the page. */
@Component
class CountSortedAnswer implements JavaDelegate {

    private final Contacts contacts;
    private final Summaries summaries;
    private final ClientAnswers answers;

    CountSortedAnswer(Contacts contacts, Summaries summaries, ClientAnswers answers) {
        this.contacts = contacts;
        this.summaries = summaries;
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Contact contact =
                contacts.find(Variables.text(execution, SortedAnswer.CONTACT)).orElseThrow();
        Summary summary = summaries.get(Variables.text(execution, SummaryProcess.SUMMARY_ID));
        // whoever has answered it has it, even where somebody else has handed it on
        summaries.addRecipients(summary.id(), List.of(contact.id()));
        boolean corrects = Variables.text(execution, SortedAnswer.MEANS).equals("corrected");
        answers.byMail(
                contact,
                Variables.text(execution, SortedAnswer.MAIL),
                summary,
                corrects ? Variables.text(execution, SortedAnswer.SAID) : null,
                Answer.READ_BY + CurrentActor.name());
    }
}
