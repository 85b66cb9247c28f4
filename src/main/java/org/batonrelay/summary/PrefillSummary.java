package org.batonrelay.summary;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The form of a new summary starts from the last version, and from what somebody has mailed of it; what is new each time starts empty. */
@Component
class PrefillSummary implements TaskListener {

    private final Beginnings beginnings;
    private final Drafts drafts;

    PrefillSummary(Beginnings beginnings, Drafts drafts) {
        this.beginnings = beginnings;
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        beginnings.of(Variables.reference(task.getExecution())).forEach(task.getExecution()::setVariable);
        task.getExecution().setVariable("nextStepOn", null);
        task.getExecution().setVariable("promises", null);
        task.getExecution().setVariable("alsoTo", null);
        task.getExecution().setVariable("announced", false);
        drafts.of(Variables.reference(task.getExecution())).forEach(task.getExecution()::setVariable);
    }
}
