package org.batonrelay.deal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does a meeting of this deal still wait for its summary? */
@Component
class LookForMeeting implements JavaDelegate {

    private final DealProcess deal;

    LookForMeeting(DealProcess deal) {
        this.deal = deal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DealVariables.MEETING_WAITS, deal.isMeetingWaiting(execution.getProcessInstanceId()));
    }
}
