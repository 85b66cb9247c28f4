package org.batonrelay.onboarding;

import java.util.Map;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The last summary is settled: has the client agreed, and is everything decided? */
@Component
class ReadClientsWord implements JavaDelegate {

    private final LastWord word;
    private final OnboardingPlan plan;

    ReadClientsWord(LastWord word, OnboardingPlan plan) {
        this.word = word;
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Variables.set(
                execution,
                Map.of(
                        OnboardingVariables.CONFIRMED,
                                word.isGiven(Variables.text(execution, OnboardingVariables.SUMMARY_ID)),
                        OnboardingVariables.SOMETHING_OPEN, plan.isAnythingOpen(Variables.reference(execution))));
    }
}
