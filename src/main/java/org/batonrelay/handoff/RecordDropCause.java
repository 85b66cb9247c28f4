package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps why the baton was dropped, whatever the manager decides next. */
@Component
class RecordDropCause implements TaskListener {

    private final Verdicts verdicts;

    RecordDropCause(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void notify(DelegateTask task) {
        verdicts.giveCause(Variables.reference(task), Variables.text(task, HandoffVariables.DROP_CAUSE));
    }
}
