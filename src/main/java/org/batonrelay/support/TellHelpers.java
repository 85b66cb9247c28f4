package org.batonrelay.support;

import java.util.Map;
import org.batonrelay.relay.LeadMessages;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever joined this meeting hears that its summary is written. */
@Component
class TellHelpers implements JavaDelegate {

    private final LeadMessages messages;

    TellHelpers(LeadMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell(
                Variables.reference(execution),
                "meetingSummarised",
                SupportVariables.MEETING_UID,
                String.valueOf(execution.getVariable(SupportVariables.MEETING_UID)),
                Map.of(SupportVariables.SUMMARY_ID, Variables.text(execution, SupportVariables.SUMMARY_ID)));
    }
}
