package org.batonrelay.backward;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The one asked hears once more that somebody waits for their answer. */
@Component
class RemindAskedRunner implements JavaDelegate {

    private final Asking asking;
    private final CallBackNotices notices;

    RemindAskedRunner(Asking asking, CallBackNotices notices) {
        this.asking = asking;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallBack open = asking.remind(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
        notices.later(execution.getId(), CallBackNotices.Kind.REMINDED, open);
    }
}
