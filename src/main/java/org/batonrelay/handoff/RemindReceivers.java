package org.batonrelay.handoff;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the receivers again, and sets the next time. */
@Component
class RemindReceivers implements JavaDelegate {

    private final Ladder ladder;

    RemindReceivers(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant next = ladder.remind(Variables.reference(execution));
        execution.setVariable(HandoffVariables.REMIND_AT, Date.from(next));
    }
}
