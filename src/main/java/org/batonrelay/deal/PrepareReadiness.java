package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Presets the usual day, and tells onboarding that somebody is wanted. */
@Component
class PrepareReadiness implements TaskListener {

    private final Onboarding onboarding;
    private final ReadinessNotices notices;

    PrepareReadiness(Onboarding onboarding, ReadinessNotices notices) {
        this.onboarding = onboarding;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(
                DealVariables.READY_ON,
                onboarding.usualDay(Variables.reference(task)).toString());
        notices.asked(task.getExecutionId(), Variables.reference(task), task.getId());
    }
}
