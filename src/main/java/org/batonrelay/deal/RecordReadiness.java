package org.batonrelay.deal;

import java.time.LocalDate;
import java.util.Optional;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever has answered is the named CSM; whoever holds the deal hears of it. */
@Component
class RecordReadiness implements JavaDelegate {

    private final Onboarding onboarding;
    private final ReadinessNotices notices;

    RecordReadiness(Onboarding onboarding, ReadinessNotices notices) {
        this.onboarding = onboarding;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        Optional<LocalDate> told =
                onboarding.say(reference, CurrentActor.name(), Variables.text(execution, DealVariables.READY_ON));
        execution.setVariable(DealVariables.START_LATER, told.isPresent());
        told.ifPresent(day -> execution.setVariable(DealVariables.TOLD_START, day.toString()));
        notices.said(reference, Variables.text(execution, Variables.HOLDER), told.isPresent());
    }
}
