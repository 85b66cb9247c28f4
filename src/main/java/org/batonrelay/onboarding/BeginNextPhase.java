package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An item is decided: perhaps it was the last one that a phase has waited for. */
@Component
class BeginNextPhase implements JavaDelegate {

    private final OnboardingPlan plan;

    BeginNextPhase(OnboardingPlan plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plan.beginDue(Variables.reference(execution));
    }
}
