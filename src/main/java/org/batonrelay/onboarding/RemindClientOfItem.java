package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the client of what they wanted to do; in a transaction of its own, because the mail leaves the house. */
@Component
class RemindClientOfItem implements JavaDelegate {

    private final ItemReminder reminder;

    RemindClientOfItem(ItemReminder reminder) {
        this.reminder = reminder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminder.send(Variables.text(execution, OnboardingVariables.PROMISE_ID));
    }
}
