package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The manager who claims the decision holds the baton. */
@Component
class HoldDroppedBaton implements TaskListener {

    private final Ladder ladder;

    HoldDroppedBaton(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void notify(DelegateTask task) {
        ladder.hold(Variables.reference(task), task.getAssignee());
    }
}
