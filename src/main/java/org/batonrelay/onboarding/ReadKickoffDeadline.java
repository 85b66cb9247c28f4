package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets when the date of the kickoff is due; in the table's hours, counted from the signature. */
@Component
class ReadKickoffDeadline implements JavaDelegate {

    private final Kickoffs kickoffs;

    ReadKickoffDeadline(Kickoffs kickoffs) {
        this.kickoffs = kickoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                OnboardingVariables.KICKOFF_DATE_DUE_AT,
                kickoffs.dateDueAt(
                        Variables.reference(execution),
                        Variables.text(execution, Variables.PRIORITY),
                        execution.getId()));
    }
}
