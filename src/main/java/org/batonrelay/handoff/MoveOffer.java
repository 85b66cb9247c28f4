package org.batonrelay.handoff;

import java.util.List;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whom it was offered to is away, or a manager moves the batons of many: it is offered to somebody else. */
@Component
class MoveOffer implements JavaDelegate {

    private final Verdicts verdicts;

    MoveOffer(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String to = Variables.text(execution, HandoffVariables.NEW_RECEIVER);
        verdicts.move(
                Variables.reference(execution),
                to,
                Variables.text(execution, HandoffVariables.MOVED_BY),
                Variables.text(execution, HandoffVariables.MOVE_CAUSE));
        execution.setVariable(HandoffVariables.RECEIVER, to);
        execution.removeVariables(
                List.of(HandoffVariables.NEW_RECEIVER, HandoffVariables.MOVED_BY, HandoffVariables.MOVE_CAUSE));
    }
}
