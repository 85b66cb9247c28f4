package org.batonrelay.deal;

import java.util.Map;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whatever waits for this meeting hears that it was moved or called off. */
@Component
class TellMeetingChange implements JavaDelegate {

    private final DealProcess deal;

    TellMeetingChange(DealProcess deal) {
        this.deal = deal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deal.meetingChanged(
                execution.getProcessInstanceId(),
                Variables.text(execution, DealVariables.MEETING_UID),
                Map.of(
                        DealVariables.MEETING_AT, execution.getVariable(DealVariables.MEETING_AT),
                        DealVariables.CALLED_OFF, execution.getVariable(DealVariables.CALLED_OFF)));
    }
}
