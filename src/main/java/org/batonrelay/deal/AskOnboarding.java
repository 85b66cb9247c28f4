package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The contract goes out: somebody of onboarding is asked, beside the deal, from when they are ready. */
@Component
class AskOnboarding implements JavaDelegate {

    private final Onboarding onboarding;

    AskOnboarding(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.ask(Variables.reference(execution), Variables.priority(execution), execution.getId());
    }
}
