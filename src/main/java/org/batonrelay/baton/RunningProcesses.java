package org.batonrelay.baton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The process instances of a lead that run now, those included that this very step has started. */
@Component
public class RunningProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WhoseTasks whose;

    RunningProcesses(@Lazy RuntimeService runtime, @Lazy TaskService tasks, WhoseTasks whose) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.whose = whose;
    }

    void set(LeadReference reference, String variable, Object value) {
        Set<String> done = new LinkedHashSet<>();
        for (ExecutionEntity instance : inThisStep(reference)) {
            // one that has ended in this step is still found by a query, but takes no variable any more
            if (instance.isScope() && !instance.isEnded()) {
                instance.setVariable(variable, value);
            }
            done.add(instance.getId());
        }
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list()) {
            if (done.add(instance.getId())) {
                runtime.setVariable(instance.getId(), variable, value);
            }
        }
    }

    /** The open tasks of the one who held go to the one who holds. */
    void reassign(LeadReference reference, Holder from, Holder to) {
        for (Task task : tasksOf(reference, from)) {
            if (!whose.goesWithTheBaton(task) || isBeingCompleted(task)) {
                continue;
            }
            SharedTasks.unshare(tasks, task);
            if (from.isGroup()) {
                tasks.deleteCandidateGroup(task.getId(), from.id());
            }
            tasks.setAssignee(task.getId(), to.isGroup() ? null : to.id());
            if (to.isGroup()) {
                tasks.addCandidateGroup(task.getId(), to.id());
            }
        }
    }

    /** The task whose completion led here is still found by a query. */
    private static boolean isBeingCompleted(Task task) {
        return task instanceof TaskEntity entity && entity.isDeleted();
    }

    /** What runs beside the relay (a summary that waits, a question to an earlier runner) ends with it. */
    public void endBeside(LeadReference reference) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .rootProcessInstances()
                .list()) {
            if (!staysBeside(instance.getProcessDefinitionId())) {
                runtime.deleteProcessInstance(instance.getId(), "the relay was closed", false, true);
            }
        }
    }

    /** The relay ends by itself; what mends it may be what closes it, and ends when it hears of that. */
    private static boolean staysBeside(String definition) {
        return definition.startsWith("relay:") || definition.startsWith("mend-relay:");
    }

    /** What is left of a relay that nobody can go on with. */
    public void endRelay(LeadReference reference, String why) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("relay")
                .rootProcessInstances()
                .list()) {
            runtime.deleteProcessInstance(instance.getId(), why, false, true);
        }
    }

    /** Whether its relay still waits for the word that ends it. */
    public boolean isListening(LeadReference reference, String message) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(reference.value())
                        .messageEventSubscriptionName(message)
                        .active()
                        .count()
                > 0;
    }

    /** A group's as well where one of it has claimed them. */
    private List<Task> tasksOf(LeadReference reference, Holder holder) {
        var open = tasks.createTaskQuery().processInstanceBusinessKey(reference.value());
        return holder.isGroup()
                ? open.taskCandidateGroup(holder.id()).includeAssignedTasks().list()
                : open.or()
                        .taskAssignee(holder.id())
                        .taskOwner(holder.id())
                        .endOr()
                        .list();
    }

    /** What this step has started, which no query finds yet, or has touched: the engine writes at the end of a step. */
    private static List<ExecutionEntity> inThisStep(LeadReference reference) {
        CommandContext step = Context.getCommandContext();
        if (step == null) {
            return List.of();
        }
        List<ExecutionEntity> found = new ArrayList<>();
        for (ExecutionEntity execution : step.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class)) {
            if (execution.isProcessInstanceExecution() && reference.value().equals(execution.getBusinessKey())) {
                found.add(execution);
            }
        }
        return found;
    }
}
