package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The invitation to the meeting that was agreed goes with the summary that was just written; in the transaction of its author. */
@Component
class EncloseInvitation implements JavaDelegate {

    private final MeetingDiary diary;

    EncloseInvitation(MeetingDiary diary) {
        this.diary = diary;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String meetingOn = Variables.textOrNull(execution, DealVariables.MEETING_ON);
        if (meetingOn != null) {
            diary.enclose(Variables.reference(execution), meetingOn);
        }
    }
}
