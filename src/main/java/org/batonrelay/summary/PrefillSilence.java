package org.batonrelay.summary;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The usual answer to silence is to send again. */
@Component
class PrefillSilence implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.getExecution().setVariable("silenceDecision", "resend");
    }
}
