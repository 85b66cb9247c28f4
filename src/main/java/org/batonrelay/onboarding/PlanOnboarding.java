package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes a task of every promise and of every item of the template. */
@Component
class PlanOnboarding implements JavaDelegate {

    private final OnboardingPlan plan;

    PlanOnboarding(OnboardingPlan plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plan.plan(Variables.reference(execution), execution.getProcessInstanceId(), execution.getId());
    }
}
