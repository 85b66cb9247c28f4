package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The form names whose address does not work, and starts from that address: often one letter is wrong. */
@Component
class PrefillAddress implements TaskListener {

    private final SummarySending sending;

    PrefillAddress(SummarySending sending) {
        this.sending = sending;
    }

    @Override
    public void notify(DelegateTask task) {
        sending.unreachable(Variables.text(task, SummaryProcess.SUMMARY_ID)).ifPresent(contact -> {
            task.setVariable("unreachableName", contact.name());
            task.setVariable("contactEmail", contact.email());
        });
    }
}
