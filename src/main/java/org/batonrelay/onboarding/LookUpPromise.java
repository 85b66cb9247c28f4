package org.batonrelay.onboarding;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Who keeps the promise, and by when? Local to the item, so that two items open at once do not answer for each other.
 */
@Component
class LookUpPromise implements JavaDelegate {

    private final PlanItems items;

    LookUpPromise(PlanItems items) {
        this.items = items;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlanItems.Item item = items.get(Variables.text(execution, OnboardingVariables.PROMISE_ID), execution.getId());
        Map<String, Object> known = new HashMap<>();
        known.put(OnboardingVariables.PROMISE, item.inWords());
        known.put(OnboardingVariables.PROMISE_OWNER, item.owner());
        known.put(OnboardingVariables.PROMISE_DUE, item.due());
        known.put(OnboardingVariables.PROMISE_DECISION, "kept");
        known.put(OnboardingVariables.MOVED_TO, null);
        known.put(OnboardingVariables.REASON, null);
        known.put(OnboardingVariables.MEETING_ON, null);
        known.put(OnboardingVariables.REMIND_CLIENT_AT, item.reminders().first());
        known.put(OnboardingVariables.REMIND_CLIENT_AGAIN_AT, item.reminders().second());
        execution.setVariablesLocal(known);
    }
}
