package org.batonrelay.support;

import org.batonrelay.correspondence.Notes;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What a helper notes is among us: it stands with the other notes of the lead, and no client sees those. */
@Component
class KeepHelperNote implements JavaDelegate {

    private final Notes notes;

    KeepHelperNote(Notes notes) {
        this.notes = notes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notes.write(
                Variables.reference(execution),
                CurrentActor.name(),
                Variables.text(execution, SupportVariables.HELPER_NOTE));
    }
}
