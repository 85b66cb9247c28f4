package org.batonrelay.handoff;

import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A manager moves all batons of a person or a team; in the transaction of their form each is only put on the list. */
@Component
class MoveBatons implements JavaDelegate {

    private final Moving moving;

    MoveBatons(Moving moving) {
        this.moving = moving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int moved = moving.start(
                Variables.text(execution, "moveFrom").strip(),
                Variables.textOrNull(execution, "moveTo"),
                Variables.text(execution, "moveWhy"),
                CurrentActor.name());
        execution.setVariable("moved", moved);
    }
}
