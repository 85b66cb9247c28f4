package org.batonrelay.summary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.relay.CardText;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** The form shows what the client wrote beside what they were sent. */
@Component
class PrefillSorting implements TaskListener {

    private final Summaries summaries;
    private final Contacts contacts;

    PrefillSorting(Summaries summaries, Contacts contacts) {
        this.summaries = summaries;
        this.contacts = contacts;
    }

    @Override
    public void notify(DelegateTask task) {
        Summary summary = summaries.get(Variables.text(task, SummaryProcess.SUMMARY_ID));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "by",
                contacts.find(Variables.text(task, SortedAnswer.CONTACT))
                        .map(Contact::name)
                        .orElse("Somebody"));
        shown.put("said", Variables.text(task, SortedAnswer.SAID));
        shown.put("version", summary.version());
        summary.headings().byName().forEach((name, text) -> shown.put(name, text == null ? "not discussed yet" : text));
        shown.put("nextStepOn", WrittenDates.day(summary.nextStepOn()));
        task.setVariable("answered", Spin.JSON(CardText.harmless(shown)));
    }
}
