package org.batonrelay.deal;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Onboarding is asked once more from when it is ready. */
@Component
class RemindOnboarding implements JavaDelegate {

    private final Onboarding onboarding;
    private final ReadinessNotices notices;

    RemindOnboarding(Onboarding onboarding, ReadinessNotices notices) {
        this.onboarding = onboarding;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        onboarding.remind(reference);
        notices.wanted(execution.getId(), ReadinessNotices.Kind.REMINDED, reference, Holder.group(Onboarding.GROUP));
    }
}
