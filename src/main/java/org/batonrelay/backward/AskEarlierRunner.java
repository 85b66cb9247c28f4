package org.batonrelay.backward;

import java.util.Map;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.HouseLetters;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody asks, in the start form or on the lead's tab; a question that cannot be asked starts nothing. */
@Component
class AskEarlierRunner implements JavaDelegate {

    private final Asking asking;
    private final LeadOfProcess lead;
    private final HouseLetters letters;
    private final CallBackNotices notices;

    AskEarlierRunner(Asking asking, LeadOfProcess lead, HouseLetters letters, CallBackNotices notices) {
        this.asking = asking;
        this.lead = lead;
        this.letters = letters;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallBack asked = asking.ask(
                Variables.text(execution, Variables.REFERENCE),
                Variables.textOrNull(execution, CallBackVariables.WHOM),
                Variables.text(execution, CallBackVariables.QUESTION),
                CurrentActor.name());
        lead.introduce(asked.reference(), execution);
        Variables.set(
                execution,
                Map.of(
                        CallBackVariables.CALL_BACK_ID,
                        asked.id(),
                        CallBackVariables.ASKED_OF,
                        asked.askedOf().value(),
                        CallBackVariables.ASKED_BY,
                        letters.nameOf(new Holder(asked.askedBy()))));
        notices.later(execution.getId(), CallBackNotices.Kind.ASKED, asked);
    }
}
