package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the backup group take the baton as well. */
@Component
class WidenOffer implements JavaDelegate {

    private final Ladder ladder;

    WidenOffer(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ladder.widen(Variables.reference(execution));
    }
}
