package org.batonrelay.relay;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A manager is asked to unblock a leg: waiting is preset, and they get a mail. */
@Component
class PrepareUnblocking implements TaskListener {

    private final LegWatch watch;

    PrepareUnblocking(LegWatch watch) {
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, String> preset = new HashMap<>();
        preset.put(LegVariables.UNBLOCK_DECISION, "wait");
        preset.put(LegVariables.NEW_RECEIVER, null);
        Variables.set(task, preset);
        watch.escalate(
                Variables.reference(task),
                Variables.text(task, Variables.LEG),
                Variables.text(task, LegVariables.MANAGER_GROUP),
                task.getId(),
                task.getExecutionId());
    }
}
