package org.batonrelay.onboarding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.relay.Promise;
import org.batonrelay.relay.PromiseMade;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The running onboarding in business words; with none running, nobody hears of a promise. */
@Component
class OnboardingProcess {

    private static final String TEMPLATE = "onboarding-plan";

    private final RuntimeService runtime;
    private final DecisionService decisions;

    OnboardingProcess(@Lazy RuntimeService runtime, @Lazy DecisionService decisions) {
        this.runtime = runtime;
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
     * The items that every onboarding of this kind has, each with {@code what}, {@code side} and {@code dueAfter}. Read
     * by a job, nobody's Complete: a table that cannot be read becomes an incident, and is tried again.
     */
    List<Map<String, Object>> template(@Nullable String segment, String priority) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("segment", segment);
        inputs.put("priority", priority);
        return decisions
                .evaluateDecisionTableByKey(TEMPLATE)
                .variables(inputs)
                .evaluate()
                .getResultList();
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
