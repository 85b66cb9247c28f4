package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody of the client came: the same meeting at another time, or none any more. */
@Component
class RecordNoShow implements JavaDelegate {

    private final MeetingPlan plan;

    RecordNoShow(MeetingPlan plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // the talk knows its own meeting; other talks may run beside it
        plan.miss(
                        Variables.reference(execution),
                        Variables.text(execution, DealVariables.MEETING_UID),
                        Variables.textOrNull(execution, DealVariables.NEW_MEETING_ON))
                .forEach(execution::setVariable);
    }
}
