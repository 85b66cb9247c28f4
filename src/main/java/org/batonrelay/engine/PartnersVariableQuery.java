package org.batonrelay.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;

/** What a partner's lists show on each row, of the tasks that they see; of everything else, nothing. */
class PartnersVariableQuery extends VariableInstanceQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient TaskService tasks;
    private final Set<String> names;

    PartnersVariableQuery(CommandExecutor executor, TaskService tasks, Set<String> names) {
        super(executor);
        this.tasks = tasks;
        this.names = Set.copyOf(names);
    }

    /** The tasks are read with the partner's rights, the rest then with those of the house. */
    @Override
    public List<VariableInstance> executeList(CommandContext context, Page page) {
        String[] seen = tasks.createTaskQuery().list().stream()
                .map(Task::getProcessInstanceId)
                .distinct()
                .toArray(String[]::new);
        if (seen.length == 0) {
            return List.of();
        }
        processInstanceIdIn(seen);
        variableNameIn(names.toArray(String[]::new));
        return context.runWithoutAuthorization(() -> super.executeList(context, page));
    }

    @Override
    public long executeCount(CommandContext context) {
        return executeList(context, new Page(0, Integer.MAX_VALUE)).size();
    }
}
