package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the next phase before its time; in the transaction of whoever asks for it. */
@Component
class UnlockPhase implements JavaDelegate {

    private final OnboardingPlan plan;

    UnlockPhase(OnboardingPlan plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plan.unlock(Variables.reference(execution), Variables.text(execution, OnboardingVariables.UNLOCKED_BECAUSE));
    }
}
