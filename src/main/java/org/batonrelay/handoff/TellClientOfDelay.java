package org.batonrelay.handoff;

import java.util.Map;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client hears by when they hear from us; a manager who has the task open is not asked about it any more. */
@Component
class TellClientOfDelay implements JavaDelegate {

    private final Delays delays;

    TellClientOfDelay(Delays delays) {
        this.delays = delays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delays.tell(Variables.reference(execution));
        Variables.set(execution, Map.of(HandoffVariables.TELL_CLIENT, false, HandoffVariables.NEW_DATE, ""));
    }
}
