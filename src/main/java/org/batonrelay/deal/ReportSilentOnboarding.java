package org.batonrelay.deal;

import java.util.stream.Stream;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever holds the deal and the managers hear that onboarding is silent; nothing is taken away from anybody. */
@Component
class ReportSilentOnboarding implements JavaDelegate {

    private final Onboarding onboarding;
    private final ReadinessNotices notices;
    private final Batons batons;

    ReportSilentOnboarding(Onboarding onboarding, ReadinessNotices notices, Batons batons) {
        this.onboarding = onboarding;
        this.notices = notices;
        this.batons = batons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LeadReference reference = Variables.reference(execution);
        String managers = Variables.text(execution, DealVariables.MANAGER_GROUP);
        onboarding.reportSilence(reference, managers);
        Stream.of(batons.get(reference).holder(), Holder.group(managers))
                .forEach(it -> notices.wanted(execution.getId(), ReadinessNotices.Kind.UNANSWERED, reference, it));
    }
}
