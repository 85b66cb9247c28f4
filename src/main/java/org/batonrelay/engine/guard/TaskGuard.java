package org.batonrelay.engine.guard;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.Refusal;
import org.batonrelay.engine.RetryLostRaces;
import org.batonrelay.engine.Sentences;
import org.batonrelay.engine.Visitor;
import org.batonrelay.engine.form.FormCheck;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a task. Every check runs in the transaction of what it allows, so that nothing can change
 * between the two without being noticed.
 */
public class TaskGuard {

    private final FormCheck forms;
    private final Supplier<OneAfterTheOther> turns;

    public TaskGuard(FormCheck forms, Supplier<OneAfterTheOther> turns) {
        this.forms = forms;
        this.turns = turns;
    }

    /**
     * Only its assignee completes a task, and only with what its form takes. Being the assignee is the grant: nobody
     * needs another one.
     *
     * @param step completes the task with what may be stored
     */
    VariableMap answer(
            CommandExecutor executor,
            String taskId,
            @Nullable Map<String, Object> sent,
            Function<VariableMap, VariableMap> step) {
        return Sentences.forAnswers(() ->
                RetryLostRaces.around(() -> executor.execute(context -> Sentences.quietly(() -> {
                    VariableMap checked = checkAnswer(context, taskId, sent);
                    return context.runWithoutAuthorization(() -> step.apply(checked));
                }))));
    }

    private VariableMap checkAnswer(CommandContext context, String taskId, @Nullable Map<String, Object> sent) {
        TaskEntity task = find(context, taskId);
        Visitor visitor = Visitor.of(context);
        if (!visitor.id().equals(task.getAssignee())) {
            boolean free = task.getAssignee() == null && isCandidate(task, visitor);
            throw new Refusal(free ? "Claim this task first, then complete it." : Sentences.FASTER);
        }
        if (task.isSuspended()) {
            // whatever is in the form: nobody mends it for nothing
            throw new Refusal(Sentences.ON_HOLD);
        }
        return forms.check(FormsOnHand.ofTask(context, taskId), sent, task::getVariables);
    }

    /** Only those a task is offered to claim it, each for themselves. */
    void checkClaim(CommandContext context, String taskId, String forWhom) {
        TaskEntity task = find(context, taskId);
        Visitor visitor = Visitor.of(context);
        if (!visitor.id().equals(forWhom)) {
            throw Sentences.forbidden("Everybody claims a task for themselves only.");
        }
        if (visitor.id().equals(task.getAssignee())) {
            return;
        }
        if (!isCandidate(task, visitor)) {
            throw Sentences.forbidden("This task is not offered to you, so you cannot claim it.");
        }
        if (task.getAssignee() != null) {
            throw new Refusal(Sentences.FASTER);
        }
    }

    /** A claim can be given back, to those the task is offered to. */
    void checkGivingBack(CommandContext context, String taskId) {
        TaskEntity task = find(context, taskId);
        if (!Visitor.of(context).id().equals(task.getAssignee())) {
            throw new Refusal(Sentences.FASTER);
        }
        if (task.getCandidates().stream().noneMatch(TaskGuard::isOffer)) {
            throw Sentences.forbidden("This task is offered to nobody else, so it cannot be given back.");
        }
    }

    /** @throws Refusal when it is gone */
    TaskEntity find(CommandContext context, String taskId) {
        // before anything of it is read, so that it is as the others have left it
        turns.get().takeForTask(taskId);
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new Refusal(Sentences.FASTER);
        }
        return task;
    }

    private static boolean isCandidate(TaskEntity task, Visitor visitor) {
        return task.getCandidates().stream()
                .filter(TaskGuard::isOffer)
                .anyMatch(link -> visitor.id().equals(link.getUserId())
                        || link.getGroupId() != null && visitor.groups().contains(link.getGroupId()));
    }

    private static boolean isOffer(IdentityLink link) {
        return IdentityLinkType.CANDIDATE.equals(link.getType());
    }
}
