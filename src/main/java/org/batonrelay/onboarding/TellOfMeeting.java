package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invites everybody to the meeting for an item; in a transaction of its own, because the mail leaves the house. */
@Component
class TellOfMeeting implements JavaDelegate {

    private final ItemMeetings meetings;

    TellOfMeeting(ItemMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        meetings.tell(Variables.text(execution, OnboardingVariables.PROMISE_ID));
    }
}
