package org.batonrelay.deal;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Presets the usual day, and tells onboarding that somebody is wanted. */
@Component
class PrepareReadiness implements TaskListener {

    private final Onboarding onboarding;
    private final ReadinessNotices notices;

    PrepareReadiness(Onboarding onboarding, ReadinessNotices notices) {
        this.onboarding = onboarding;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        LeadReference reference = Variables.reference(task);
        task.setVariable(DealVariables.READY_ON, onboarding.usualDay(reference).toString());
        notices.wanted(task.getExecutionId(), ReadinessNotices.Kind.ASKED, reference, Holder.group(Onboarding.GROUP));
    }
}
