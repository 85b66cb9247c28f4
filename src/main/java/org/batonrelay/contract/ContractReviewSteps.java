package org.batonrelay.contract;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What happens at the steps of {@code contract-review.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class ContractReviewSteps {

    private static final String BACK_TO_LEGAL = "back-to-legal";

    /** Legal's turn: its list shows what the deal is worth and when it closes, and whoever asked hears where it stands. */
    @Bean
    JavaDelegate askLegal(Legal legal, LegalNotices notices) {
        return execution -> {
            String holder = Variables.text(execution, Variables.HOLDER);
            ContractReview review = legal.ask(
                    Variables.reference(execution),
                    holder,
                    Variables.textOrNull(execution, ContractVariables.REVISION_NOTE),
                    execution.getId());
            Instant due = legal.due(review.id(), Variables.priority(execution), execution.getId());
            execution.setVariable(ContractVariables.REVIEW_ID, review.id());
            execution.setVariable(ContractVariables.REVIEW_DUE, due == null ? null : Date.from(due));
            execution.setVariable(ContractVariables.REVIEW_PRIORITY, review.priority());
            Variables.set(execution, review.terms().inList());
            execution.setVariable(ContractVariables.REMINDED_OF, null);
            notices.later(execution.getId(), LegalNotices.Kind.QUEUED, review.reference(), holder, review.id());
        };
    }

    /** The deal went on without legal's word: nobody waits for it any more, and it is off their list. */
    @Bean
    ExecutionListener closeReview(OpenReview review) {
        return execution -> review.withdraw(Variables.reference(execution));
    }

    /** Presets approval, and tells legal by mail that there is something to review. */
    @Bean
    TaskListener prepareReview(LegalNotices notices) {
        return task -> {
            task.setVariable(ContractVariables.CONTRACT_DECISION, "approve");
            task.setVariable(ContractVariables.CONTRACT_NOTE, null);
            notices.later(
                    task.getExecutionId(),
                    LegalNotices.Kind.ASKED,
                    Variables.reference(task),
                    "group:" + Legal.GROUP,
                    task.getId());
        };
    }

    /** Claiming a review is accepting it: another clock counts from now on. Giving it back lets the first one go on. */
    @Bean
    TaskListener acceptReview(Legal legal, @Lazy RuntimeService runtime) {
        return task -> {
            String review = Variables.text(task, ContractVariables.REVIEW_ID);
            legal.claim(review, task.getAssignee());
            Instant due = legal.due(review, Variables.priority(task), task.getExecutionId());
            task.setDueDate(due == null ? null : Date.from(due));
            runtime.createMessageCorrelation("reviewClaimed")
                    .processInstanceId(task.getProcessInstanceId())
                    .correlateAll();
        };
    }

    /** Legal has answered: on the AE's card, and by mail. */
    @Bean
    JavaDelegate recordContractVerdict(Legal legal, LegalNotices notices) {
        return execution -> {
            ContractReview review = legal.answer(
                    Variables.text(execution, ContractVariables.REVIEW_ID),
                    Variables.text(execution, ContractVariables.CONTRACT_DECISION),
                    Variables.textOrNull(execution, ContractVariables.CONTRACT_NOTE),
                    Variables.textOrNull(execution, ContractVariables.DEVIATIONS));
            Instant due = legal.revisionDue(Variables.priority(execution), execution.getId());
            execution.setVariable(ContractVariables.REVISION_DUE, due == null ? null : Date.from(due));
            // the review ends in this very step, and its answer has to outlive it
            notices.later(
                    null,
                    LegalNotices.Kind.ANSWERED,
                    review.reference(),
                    Variables.text(execution, Variables.HOLDER),
                    review.id());
        };
    }

    /** Is legal in time? */
    @Bean
    JavaDelegate lookAtReview(Legal legal) {
        return execution -> {
            String remindedOf = Variables.textOrNull(execution, ContractVariables.REMINDED_OF);
            Legal.Look look = legal.look(
                    Variables.text(execution, ContractVariables.REVIEW_ID),
                    Variables.priority(execution),
                    remindedOf == null ? null : Instant.parse(remindedOf),
                    execution.getId());
            Map<String, Object> found = new HashMap<>();
            found.put(ContractVariables.WATCH_SAYS, look.watch().says().id());
            found.put(ContractVariables.NOTHING_HEARD_AT, Date.from(look.watch().nextLook()));
            found.put(ContractVariables.SILENT_SINCE, look.since().toString());
            found.put(ContractVariables.MANAGER_GROUP, look.managerGroup());
            Variables.set(execution, found);
        };
    }

    /** Legal is told again; the next time the AE and their lead hear of it. */
    @Bean
    JavaDelegate remindLegal(Legal legal, LegalNotices notices) {
        return execution -> {
            String since = Variables.text(execution, ContractVariables.SILENT_SINCE);
            String review = Variables.text(execution, ContractVariables.REVIEW_ID);
            legal.remind(review);
            notices.later(
                    execution.getId(),
                    LegalNotices.Kind.REMINDED,
                    Variables.reference(execution),
                    "group:" + Legal.GROUP,
                    review + "@" + since);
            execution.setVariable(ContractVariables.REMINDED_OF, since);
        };
    }

    /** The AE and their lead hear that legal is silent; nothing is taken away from anybody. */
    @Bean
    JavaDelegate reportSilence(Legal legal, LegalNotices notices) {
        return execution -> {
            String review = Variables.text(execution, ContractVariables.REVIEW_ID);
            String managers = Variables.text(execution, ContractVariables.MANAGER_GROUP);
            legal.reportSilence(review, managers);
            String occasion = review + "@" + execution.getActivityInstanceId();
            List.of(Variables.text(execution, Variables.HOLDER), "group:" + managers)
                    .forEach(reader -> notices.later(
                            execution.getId(),
                            LegalNotices.Kind.SILENT,
                            Variables.reference(execution),
                            reader,
                            occasion));
        };
    }

    /** The contract goes out: somebody of onboarding is asked, beside the deal, from when they are ready. */
    @Bean
    JavaDelegate askOnboarding(Onboarding onboarding) {
        return execution ->
                onboarding.ask(Variables.reference(execution), Variables.priority(execution), execution.getId());
    }

    /** Presets the way back to legal, and nothing of what was said in an earlier round. */
    @Bean
    TaskListener prepareRevision() {
        return task -> {
            Map<String, @Nullable Object> preset = new HashMap<>();
            preset.put(ContractVariables.REVISION_DECISION, BACK_TO_LEGAL);
            preset.put(ContractVariables.REVISION_NOTE, null);
            Variables.set(task, preset);
        };
    }

    /** The contract comes back from the client's side: legal's clock starts anew with the next round. */
    @Bean
    JavaDelegate recordContractRevision(Legal legal) {
        return execution -> legal.revise(
                Variables.text(execution, ContractVariables.REVIEW_ID),
                BACK_TO_LEGAL.equals(Variables.text(execution, ContractVariables.REVISION_DECISION)),
                Variables.text(execution, ContractVariables.REVISION_NOTE));
    }
}
