package org.batonrelay.backward;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has answered in time: whoever holds the lead hears that they go on without an answer. */
@Component
class CloseCallBack implements JavaDelegate {

    private final Asking asking;
    private final CallBackNotices notices;

    CloseCallBack(Asking asking, CallBackNotices notices) {
        this.asking = asking;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallBack closed = asking.closeUnanswered(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
        // the process ends in this very step, and the notice has to outlive it
        notices.later(null, CallBackNotices.Kind.UNANSWERED, closed);
    }
}
