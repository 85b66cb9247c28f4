package org.batonrelay.backward;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The one asked has answered: whoever holds the lead now hears it. */
@Component
class RecordCallBackAnswer implements JavaDelegate {

    private final Asking asking;
    private final CallBackNotices notices;

    RecordCallBackAnswer(Asking asking, CallBackNotices notices) {
        this.asking = asking;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallBack answered = asking.answer(
                Variables.text(execution, CallBackVariables.CALL_BACK_ID),
                Variables.text(execution, CallBackVariables.ANSWER),
                CurrentActor.name());
        // the process ends in this very step, and the notice has to outlive it
        notices.later(null, CallBackNotices.Kind.ANSWERED, answered);
    }
}
