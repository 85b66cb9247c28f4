package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invites to the agreed meetings; in a transaction of its own, because the mail leaves the house. */
@Component
class InviteToMeeting implements JavaDelegate {

    private final MeetingDiary diary;

    InviteToMeeting(MeetingDiary diary) {
        this.diary = diary;
    }

    @Override
    public void execute(DelegateExecution execution) {
        diary.invite(Variables.reference(execution), Variables.textOrNull(execution, DealVariables.MEETING_ON));
    }
}
