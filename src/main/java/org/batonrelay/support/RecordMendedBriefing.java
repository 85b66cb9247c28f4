package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AE has mended the briefing and asks again. */
@Component
class RecordMendedBriefing implements JavaDelegate {

    private final Support support;

    RecordMendedBriefing(Support support) {
        this.support = support;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.mend(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Briefing.of(
                        Variables.textOrNull(execution, SupportVariables.PART),
                        Variables.textOrNull(execution, SupportVariables.GOAL),
                        Variables.textOrNull(execution, SupportVariables.LEAVE_OUT),
                        Variables.textOrNull(execution, SupportVariables.MINUTES)));
    }
}
