package org.batonrelay.onboarding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.PromiseMade;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The running onboarding in business words; with none running, nobody hears of a promise. */
@Component
class OnboardingProcess {

    private static final String TEMPLATE = "onboarding-plan";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Decisions decisions;

    OnboardingProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, Decisions decisions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.decisions = decisions;
    }

    @EventListener
    void on(PromiseMade made) {
        promiseMade(made.promise());
    }

    /** Begins a task of its own for this promise. */
    void promiseMade(Promise promise) {
        runtime.createMessageCorrelation("promiseMade")
                .processInstanceBusinessKey(promise.reference().value())
                .setVariableToTriggeredScope(OnboardingVariables.PROMISE_ID, promise.id())
                .correlateAll();
    }

    /** Nobody has to keep this promise any more: its task, where there is one, is withdrawn. */
    void promiseKept(Promise promise) {
        runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(promise.reference().value())
                .messageEventSubscriptionName("promiseKept")
                .list()
                .stream()
                .map(Execution::getId)
                .filter(item -> promise.id().equals(runtime.getVariable(item, OnboardingVariables.PROMISE_ID)))
                .forEach(item -> runtime.messageEventReceived("promiseKept", item));
    }

    /**
     * Completes the task of a promise that is kept, as this person, with all that is checked when somebody does so.
     *
     * @return whether it is on their list
     */
    boolean promiseTicked(Promise promise, String person) {
        Optional<Task> task = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(promise.reference().value())
                .taskDefinitionKey("keepPromise")
                .list()
                .stream()
                .filter(it -> promise.id().equals(tasks.getVariable(it.getId(), OnboardingVariables.PROMISE_ID)))
                .filter(it -> it.getAssignee() == null || it.getAssignee().equals(person))
                .findFirst();
        task.filter(it -> it.getAssignee() == null).ifPresent(it -> tasks.claim(it.getId(), person));
        task.ifPresent(it -> tasks.complete(it.getId(), Map.of(OnboardingVariables.PROMISE_DECISION, "kept")));
        return task.isPresent();
    }

    /**
     * Lets the next phase begin.
     *
     * @return whether an onboarding was there to hear it
     */
    boolean phaseUnlocked(LeadReference reference, String why) {
        return !runtime.createMessageCorrelation("phaseUnlocked")
                .processInstanceBusinessKey(reference.value())
                .setVariableToTriggeredScope(OnboardingVariables.UNLOCKED_BECAUSE, why)
                .correlateAllWithResult()
                .isEmpty();
    }

    /** The rows that fit an onboarding of this kind; a table that cannot be read becomes an incident of the execution. */
    <T> T template(
            @Nullable String segment,
            String priority,
            String language,
            String executionId,
            Function<List<Map<String, @Nullable Object>>, T> read) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("segment", segment);
        inputs.put("priority", priority);
        inputs.put("language", language);
        return decisions.collect(TEMPLATE, inputs, executionId, read);
    }

    /** Whether this onboarding has a task for the promise already. */
    boolean isPlanned(String onboarding, String promiseId) {
        return runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(onboarding)
                        .variableName(OnboardingVariables.PROMISE_ID)
                        .variableValueEquals(OnboardingVariables.PROMISE_ID, promiseId)
                        .count()
                > 0;
    }
}
