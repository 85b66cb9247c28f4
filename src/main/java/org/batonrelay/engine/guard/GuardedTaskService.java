package org.batonrelay.engine.guard;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.batonrelay.engine.RetryLostRaces;
import org.batonrelay.engine.Sentences;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * The engine's tasks as visitors may use them: claim, give back, complete. {@link ShutWays} shuts every other way.
 *
 * <p>Long because the engine asks for a task's variables in eight ways.
 */
public class GuardedTaskService extends TaskServiceImpl {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskGuard guard;
    private final PartnersEyes partners;

    public GuardedTaskService(ProcessEngineConfigurationImpl engine, TaskGuard guard, PartnersEyes partners) {
        this.engine = engine;
        this.guard = guard;
        this.partners = partners;
    }

    @Override
    public TaskQuery createTaskQuery() {
        return partners.tasks(super.createTaskQuery());
    }

    @Override
    public List<IdentityLink> getIdentityLinksForTask(String taskId) {
        return super.getIdentityLinksForTask(taskId).stream()
                .filter(partners::maySee)
                .toList();
    }

    @Override
    public VariableMap getVariablesTyped(String taskId, boolean deserialize) {
        return partners.on(() -> super.getVariablesTyped(taskId, deserialize), () -> all(taskId));
    }

    @Override
    public VariableMap getVariablesTyped(String taskId, Collection<String> names, boolean deserialize) {
        return partners.on(() -> super.getVariablesTyped(taskId, names, deserialize), () -> all(taskId));
    }

    @Override
    public VariableMap getVariablesLocalTyped(String taskId, boolean deserialize) {
        return partners.on(() -> super.getVariablesLocalTyped(taskId, deserialize), () -> all(taskId));
    }

    @Override
    public VariableMap getVariablesLocalTyped(String taskId, Collection<String> names, boolean deserialize) {
        return partners.on(() -> super.getVariablesLocalTyped(taskId, names, deserialize), () -> all(taskId));
    }

    @Override
    public @Nullable Object getVariable(String taskId, String name) {
        return partners.on(name, () -> super.getVariable(taskId, name), () -> all(taskId), seen -> seen.get(name));
    }

    @Override
    public @Nullable Object getVariableLocal(String taskId, String name) {
        return partners.on(name, () -> super.getVariableLocal(taskId, name), () -> all(taskId), seen -> seen.get(name));
    }

    @Override
    protected <T extends TypedValue> @Nullable T getVariableTyped(
            String taskId, String name, boolean local, boolean deserialize) {
        return partners.<T>on(
                name,
                () -> super.<T>getVariableTyped(taskId, name, local, deserialize),
                () -> all(taskId),
                seen -> seen.getValueTyped(name));
    }

    private VariableMap all(String taskId) {
        return super.getVariablesTyped(taskId, false);
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        if (isTheHouse()) {
            super.claim(taskId, userId);
        } else if (userId == null) {
            giveBack(taskId);
        } else {
            allowed(context -> guard.checkClaim(context, taskId, userId), () -> super.claim(taskId, userId));
        }
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        if (isTheHouse() || userId != null) {
            super.setAssignee(taskId, userId);
        } else {
            giveBack(taskId);
        }
    }

    private void giveBack(String taskId) {
        allowed(context -> guard.checkGivingBack(context, taskId), () -> super.setAssignee(taskId, null));
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        if (isTheHouse()) {
            super.complete(taskId, variables);
        } else {
            answered(taskId, variables);
        }
    }

    /** A visitor gets back what was stored of their answer; what else the process knows is not theirs to read here. */
    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return isTheHouse()
                ? super.completeWithVariablesInReturn(taskId, variables, deserializeValues)
                : answered(taskId, variables);
    }

    private VariableMap answered(String taskId, Map<String, Object> variables) {
        return guard.answer(commandExecutor, taskId, variables, checked -> {
            super.complete(taskId, checked);
            return checked;
        });
    }

    /** What the guard allows needs no grant besides: being the assignee or a candidate is the grant. */
    private void allowed(Consumer<CommandContext> check, Runnable step) {
        Sentences.forRequests(() ->
                RetryLostRaces.around(() -> commandExecutor.execute(context -> Sentences.quietly(() -> {
                    check.accept(context);
                    return context.runWithoutAuthorization(() -> {
                        step.run();
                        return null;
                    });
                }))));
    }

    /** When one wants to be reminded is one's own business; what else a task says is the process's. */
    @Override
    public void saveTask(Task changed) {
        if (isTheHouse()) {
            super.saveTask(changed);
            return;
        }
        boolean followsUp = commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(changed.getId());
            if (task == null || !isAllButFollowUp(task, changed)) {
                return false;
            }
            task.setFollowUpDate(changed.getFollowUpDate());
            return true;
        });
        if (!followsUp) {
            super.saveTask(changed);
        }
    }

    /** Whoever may read the task may have it before them; the rest of it must be as it is. */
    private static boolean isAllButFollowUp(TaskEntity task, Task changed) {
        String person = Visitor.of(Context.getCommandContext()).id();
        return person.equals(task.getAssignee())
                && Objects.equals(task.getAssignee(), changed.getAssignee())
                && Objects.equals(task.getOwner(), changed.getOwner())
                && Objects.equals(task.getName(), changed.getName())
                && Objects.equals(task.getDescription(), changed.getDescription())
                && Objects.equals(task.getDelegationState(), changed.getDelegationState())
                && Objects.equals(task.getParentTaskId(), changed.getParentTaskId())
                && Objects.equals(task.getTenantId(), changed.getTenantId())
                && task.getPriority() == changed.getPriority()
                && millis(task.getDueDate()) == millis(changed.getDueDate());
    }

    /** A timestamp of the database and a date from JSON are never equal, though they are one moment. */
    private static long millis(@Nullable Date date) {
        return date == null ? 0 : date.getTime();
    }

    private boolean isTheHouse() {
        return Visitor.of(engine).isEmpty();
    }
}
