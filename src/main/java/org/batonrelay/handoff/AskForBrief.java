package org.batonrelay.handoff;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Fills the form with what is known. Back from a return, a recall or a manager, the giver sees all of it. */
@Component
class AskForBrief implements TaskListener {

    private final Briefs briefs;

    AskForBrief(Briefs briefs) {
        this.briefs = briefs;
    }

    @Override
    public void notify(DelegateTask task) {
        LeadReference reference = Variables.reference(task);
        Exchange exchange = Exchange.of(Variables.text(task, Variables.EXCHANGE));
        if (Variables.textOrNull(task, HandoffVariables.ASKED) == null) {
            task.setVariable(HandoffVariables.ASKED, String.join(",", briefs.all(reference, exchange)));
        }
        Variables.set(task, briefs.known(reference, exchange));
    }
}
