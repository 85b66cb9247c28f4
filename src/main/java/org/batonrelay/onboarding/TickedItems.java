package org.batonrelay.onboarding;

import java.util.List;
import java.util.Map;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Promise;
import org.batonrelay.relay.Promises;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What somebody ticks off beside the item that they complete. Each stays a task of its own and is completed as one, by
 * the same person and with the same checks, in the transaction of the first.
 */
@Component
class TickedItems {

    private final Promises promises;
    private final TaskService tasks;

    TickedItems(Promises promises, @Lazy TaskService tasks) {
        this.promises = promises;
        this.tasks = tasks;
    }

    /** @throws Refusal when one of them is not open any more, or is another client's */
    List<Promise> with(Promise first, List<String> ids) {
        List<Promise> open = promises.of(first.reference()).stream()
                .filter(it -> it.state().equals("open") && !it.id().equals(first.id()))
                .filter(it -> ids.contains(it.id()))
                .toList();
        if (open.size() < ids.stream().distinct().count()) {
            throw new Refusal("Something that you have ticked is decided already. Open the task again.");
        }
        return open;
    }

    /** @throws Refusal when it is on the list of somebody else */
    void done(Promise promise) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(promise.reference().value())
                .taskDefinitionKey("keepPromise")
                .list()
                .stream()
                .filter(it -> promise.id().equals(tasks.getVariable(it.getId(), OnboardingVariables.PROMISE_ID)))
                .findFirst()
                .orElseThrow(() -> notYours(promise));
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), CurrentActor.name());
        } else if (!task.getAssignee().equals(CurrentActor.name())) {
            throw notYours(promise);
        }
        tasks.complete(
                task.getId(),
                Map.of(OnboardingVariables.PROMISE_DECISION, "kept"));
    }

    private static Refusal notYours(Promise promise) {
        return new Refusal("“" + promise.what() + "” is not on your list any more. Open the task again.");
    }
}
