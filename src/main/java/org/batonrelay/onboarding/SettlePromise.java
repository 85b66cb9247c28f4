package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes down what became of a promise. */
@Component
class SettlePromise implements JavaDelegate {

    private final PlanItems items;

    SettlePromise(PlanItems items) {
        this.items = items;
    }

    @Override
    public void execute(DelegateExecution execution) {
        items.settle(
                Variables.text(execution, OnboardingVariables.PROMISE_ID),
                new PlanItems.Said(
                        Variables.text(execution, OnboardingVariables.PROMISE_DECISION),
                        Variables.textOrNull(execution, OnboardingVariables.MOVED_TO),
                        Variables.textOrNull(execution, OnboardingVariables.MEETING_ON),
                        Variables.textOrNull(execution, OnboardingVariables.REASON)));
    }
}
