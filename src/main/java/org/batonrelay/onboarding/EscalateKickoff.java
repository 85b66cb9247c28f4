package org.batonrelay.onboarding;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has agreed a date for the kickoff in time. */
@Component
class EscalateKickoff implements JavaDelegate {

    private final Kickoffs kickoffs;

    EscalateKickoff(Kickoffs kickoffs) {
        this.kickoffs = kickoffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        kickoffs.escalate(
                Variables.reference(execution), Variables.text(execution, Variables.PRIORITY), execution.getId());
    }
}
