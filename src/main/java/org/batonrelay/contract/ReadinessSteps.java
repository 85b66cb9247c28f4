package org.batonrelay.contract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code readiness.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class ReadinessSteps {

    /** Presets the usual day, and tells onboarding that somebody is wanted. */
    @Bean
    TaskListener prepareReadiness(Onboarding onboarding, ReadinessNotices notices) {
        return task -> {
            LeadReference reference = Variables.reference(task);
            task.setVariable(
                    ContractVariables.READY_ON, onboarding.usualDay(reference).toString());
            notices.wanted(
                    task.getExecutionId(), ReadinessNotices.Kind.ASKED, reference, Holder.group(Onboarding.GROUP));
        };
    }

    /** Whoever holds the deal and the managers hear that onboarding is silent; nothing is taken away from anybody. */
    @Bean
    JavaDelegate reportSilentOnboarding(Onboarding onboarding, ReadinessNotices notices, Batons batons) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            String managers = Variables.text(execution, ContractVariables.MANAGER_GROUP);
            onboarding.reportSilence(reference, managers);
            Stream.of(batons.get(reference).holder(), Holder.group(managers))
                    .forEach(it -> notices.wanted(execution.getId(), ReadinessNotices.Kind.UNANSWERED, reference, it));
        };
    }

    /** Onboarding is asked once more from when it is ready. */
    @Bean
    JavaDelegate remindOnboarding(Onboarding onboarding, ReadinessNotices notices) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            onboarding.remind(reference);
            notices.wanted(
                    execution.getId(), ReadinessNotices.Kind.REMINDED, reference, Holder.group(Onboarding.GROUP));
        };
    }

    /** Whoever has answered is the named CSM; whoever holds the deal hears of it. */
    @Bean
    JavaDelegate recordReadiness(Onboarding onboarding, ReadinessNotices notices) {
        return execution -> {
            LeadReference reference = Variables.reference(execution);
            Optional<LocalDate> told = onboarding.say(
                    reference, CurrentActor.name(), Variables.text(execution, ContractVariables.READY_ON));
            execution.setVariable(ContractVariables.START_LATER, told.isPresent());
            told.ifPresent(day -> execution.setVariable(ContractVariables.TOLD_START, day.toString()));
            notices.said(reference, Variables.text(execution, Variables.HOLDER), told.isPresent());
        };
    }
}
