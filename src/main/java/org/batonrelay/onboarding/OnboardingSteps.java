package org.batonrelay.onboarding;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code onboarding.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class OnboardingSteps {

    /** Makes a task of every promise and of every item of the template. */
    @Bean
    JavaDelegate planOnboarding(OnboardingPlan plan) {
        return execution ->
                plan.plan(Variables.reference(execution), execution.getProcessInstanceId(), execution.getId());
    }

    /** Begins the next phase before its time; in the transaction of whoever asks for it. */
    @Bean
    JavaDelegate unlockPhase(OnboardingPlan plan) {
        return execution -> plan.unlock(
                Variables.reference(execution), Variables.text(execution, OnboardingVariables.UNLOCKED_BECAUSE));
    }

    /**
     * Who keeps the promise, and by when? Local to the item, so that two items open at once do not answer for each other.
     */
    @Bean
    JavaDelegate lookUpPromise(PlanItems items) {
        return execution -> {
            PlanItems.Item item =
                    items.get(Variables.text(execution, OnboardingVariables.PROMISE_ID), execution.getId());
            Map<String, Object> known = new HashMap<>();
            known.put(OnboardingVariables.PROMISE, item.inWords());
            known.put(OnboardingVariables.PROMISE_OWNER, item.owner());
            known.put(OnboardingVariables.PROMISE_DUE, item.due());
            known.put(OnboardingVariables.PROMISE_DECISION, "kept");
            known.put(OnboardingVariables.MOVED_TO, null);
            known.put(OnboardingVariables.REASON, null);
            known.put(OnboardingVariables.MEETING_ON, null);
            known.put(OnboardingVariables.REMIND_CLIENT_AT, item.reminders().first());
            known.put(
                    OnboardingVariables.REMIND_CLIENT_AGAIN_AT, item.reminders().second());
            known.put(OnboardingVariables.KICKOFF_OVER_AT, item.kickoff().over());
            // a version of the model from before that does not close it
            String agreed = execution.getBpmnModelInstance().getModelElementById("kickoffOver") == null
                    ? null
                    : item.kickoff().agreedFor();
            if (agreed != null || execution.hasVariableLocal(OnboardingVariables.MEETING_AGREED)) {
                known.put(OnboardingVariables.MEETING_AGREED, agreed);
            }
            execution.setVariablesLocal(known);
        };
    }

    /**
     * Takes down what became of a promise, and of those that were ticked with it. What was ticked is said once: no item
     * after this one reads it.
     */
    @Bean
    JavaDelegate settlePromise(PlanItems items) {
        return execution -> {
            PlanItems.Said said = new PlanItems.Said(
                    Variables.text(execution, OnboardingVariables.PROMISE_DECISION),
                    Variables.textOrNull(execution, OnboardingVariables.MOVED_TO),
                    Variables.textOrNull(execution, OnboardingVariables.MEETING_ON),
                    Variables.textOrNull(execution, OnboardingVariables.REASON),
                    Variables.ticked(execution, OnboardingVariables.ALSO_KEPT));
            execution.removeVariable(OnboardingVariables.ALSO_KEPT);
            items.settle(Variables.text(execution, OnboardingVariables.PROMISE_ID), said);
        };
    }

    /** An item is decided: perhaps it was the last one that a phase has waited for. */
    @Bean
    JavaDelegate beginNextPhase(OnboardingPlan plan) {
        return execution -> plan.beginDue(Variables.reference(execution));
    }

    /** A kickoff that was agreed is over: nobody has to say so. */
    @Bean
    JavaDelegate closeKickoff(KickoffEnd kickoffs) {
        return execution -> kickoffs.close(Variables.text(execution, OnboardingVariables.PROMISE_ID));
    }

    /** Reminds the client of what they wanted to do; in a transaction of its own, because the mail leaves the house. */
    @Bean
    JavaDelegate remindClientOfItem(ItemReminder reminder) {
        return execution -> reminder.send(Variables.text(execution, OnboardingVariables.PROMISE_ID));
    }

    /** Invites everybody to the meeting for an item; in a transaction of its own, because the mail leaves the house. */
    @Bean
    JavaDelegate tellOfMeeting(ItemMeetings meetings) {
        return execution -> meetings.tell(Variables.text(execution, OnboardingVariables.PROMISE_ID));
    }

    /** The last summary is settled: has the client agreed, and is everything decided? */
    @Bean
    JavaDelegate readClientsWord(LastWord word, OnboardingPlan plan) {
        return execution -> Variables.set(
                execution,
                Map.of(
                        OnboardingVariables.CONFIRMED,
                                word.isGiven(Variables.text(execution, OnboardingVariables.SUMMARY_ID)),
                        OnboardingVariables.SOMETHING_OPEN, plan.isAnythingOpen(Variables.reference(execution))));
    }

    /** The holder ends without the client's word and says why. */
    @Bean
    JavaDelegate recordUnconfirmedEnd(LastWord word) {
        return execution ->
                word.doWithout(Variables.reference(execution), Variables.text(execution, OnboardingVariables.REASON));
    }

    /** Sets when the date of the kickoff is due; in the table's hours, counted from the signature. */
    @Bean
    JavaDelegate readKickoffDeadline(Kickoffs kickoffs) {
        return execution -> execution.setVariable(
                OnboardingVariables.KICKOFF_DATE_DUE_AT,
                kickoffs.dateDueAt(
                        Variables.reference(execution),
                        Variables.text(execution, Variables.PRIORITY),
                        execution.getId()));
    }

    /** Is the date of the kickoff agreed by now? */
    @Bean
    JavaDelegate lookUpKickoff(KickoffItems kickoffs) {
        return execution -> execution.setVariable(
                OnboardingVariables.KICKOFF_AGREED, kickoffs.isAgreed(Variables.reference(execution)));
    }

    /** Nobody has agreed a date for the kickoff in time. */
    @Bean
    JavaDelegate escalateKickoff(Kickoffs kickoffs) {
        return execution -> kickoffs.escalate(
                Variables.reference(execution), Variables.text(execution, Variables.PRIORITY), execution.getId());
    }
}
