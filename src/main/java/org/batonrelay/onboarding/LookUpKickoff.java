package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Is the date of the kickoff agreed by now? */
@Component
class LookUpKickoff implements JavaDelegate {

    private final KickoffItems kickoffs;

    LookUpKickoff(KickoffItems kickoffs) {
        this.kickoffs = kickoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(OnboardingVariables.KICKOFF_AGREED, kickoffs.isAgreed(Variables.reference(execution)));
    }
}
