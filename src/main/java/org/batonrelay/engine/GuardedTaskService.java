package org.batonrelay.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's tasks as visitors may use them: claim, give back, complete. Longer than a class should be, because every
 * other way of moving a task has to be shut one by one.
 */
class GuardedTaskService extends TaskServiceImpl {

    private static final String BY_COMPLETING =
            "A task is moved on by completing its form, in no other way. Open it and choose there.";
    private static final String BY_THE_PROCESS =
            "Who gets a task is for the process to say. Complete it, or let its manager's task decide.";

    private final ProcessEngineConfigurationImpl engine;
    private final TaskGuard guard;

    GuardedTaskService(ProcessEngineConfigurationImpl engine, TaskGuard guard) {
        this.engine = engine;
        this.guard = guard;
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
        if (isTheHouse()) {
            super.setAssignee(taskId, userId);
        } else if (userId == null) {
            giveBack(taskId);
        } else {
            throw Sentences.forbidden(BY_THE_PROCESS);
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
        Sentences.forRequests(() -> commandExecutor.execute(context -> Sentences.quietly(() -> {
            check.accept(context);
            return context.runWithoutAuthorization(() -> {
                step.run();
                return null;
            });
        })));
    }

    @Override
    public void resolveTask(String taskId) {
        onlyTheHouse(BY_COMPLETING);
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        onlyTheHouse(BY_COMPLETING);
        super.resolveTask(taskId, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        onlyTheHouse(BY_COMPLETING);
        super.handleBpmnError(taskId, code);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        onlyTheHouse(BY_COMPLETING);
        super.handleBpmnError(taskId, code, message);
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        onlyTheHouse(BY_COMPLETING);
        super.handleBpmnError(taskId, code, message, variables);
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        onlyTheHouse(BY_COMPLETING);
        super.handleEscalation(taskId, code);
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        onlyTheHouse(BY_COMPLETING);
        super.handleEscalation(taskId, code, variables);
    }

    @Override
    public void deleteTask(String taskId) {
        onlyTheHouse(BY_COMPLETING);
        super.deleteTask(taskId);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds) {
        onlyTheHouse(BY_COMPLETING);
        super.deleteTasks(taskIds);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        onlyTheHouse(BY_THE_PROCESS);
        super.delegateTask(taskId, userId);
    }

    @Override
    public void saveTask(Task task) {
        onlyTheHouse(BY_THE_PROCESS);
        super.saveTask(task);
    }

    @Override
    public void setOwner(String taskId, String userId) {
        onlyTheHouse(BY_THE_PROCESS);
        super.setOwner(taskId, userId);
    }

    @Override
    public void addCandidateUser(String taskId, String userId) {
        onlyTheHouse(BY_THE_PROCESS);
        super.addCandidateUser(taskId, userId);
    }

    @Override
    public void addCandidateGroup(String taskId, String groupId) {
        onlyTheHouse(BY_THE_PROCESS);
        super.addCandidateGroup(taskId, groupId);
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        onlyTheHouse(BY_THE_PROCESS);
        super.addUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String type) {
        onlyTheHouse(BY_THE_PROCESS);
        super.addGroupIdentityLink(taskId, groupId, type);
    }

    @Override
    public void deleteCandidateUser(String taskId, String userId) {
        onlyTheHouse(BY_THE_PROCESS);
        super.deleteCandidateUser(taskId, userId);
    }

    @Override
    public void deleteCandidateGroup(String taskId, String groupId) {
        onlyTheHouse(BY_THE_PROCESS);
        super.deleteCandidateGroup(taskId, groupId);
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        onlyTheHouse(BY_THE_PROCESS);
        super.deleteUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String type) {
        onlyTheHouse(BY_THE_PROCESS);
        super.deleteGroupIdentityLink(taskId, groupId, type);
    }

    private boolean isTheHouse() {
        return Visitor.of(engine).isEmpty();
    }

    private void onlyTheHouse(String sentence) {
        if (!isTheHouse()) {
            throw Sentences.forbidden(sentence);
        }
    }
}
