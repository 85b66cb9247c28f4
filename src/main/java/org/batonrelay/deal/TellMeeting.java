package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The summary of the meeting that has waited longest is wanted now. */
@Component
class TellMeeting implements JavaDelegate {

    private final DealProcess deal;
    private final MeetingDiary diary;

    TellMeeting(DealProcess deal, MeetingDiary diary) {
        this.deal = deal;
        this.diary = diary;
    }

    @Override
    public void execute(DelegateExecution execution) {
        diary.holdNext(Variables.reference(execution));
        deal.summaryWanted(execution.getProcessInstanceId());
    }
}
