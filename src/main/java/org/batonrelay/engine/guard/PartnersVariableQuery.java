package org.batonrelay.engine.guard;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

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
        String[] seen =
                asked(tasks.createTaskQuery().list().stream().map(Task::getProcessInstanceId), getProcessInstanceIds());
        String[] shown = asked(names.stream(), getVariableNames());
        if (seen.length == 0 || shown.length == 0) {
            return List.of();
        }
        processInstanceIdIn(seen);
        variableNameIn(shown);
        return context.runWithoutAuthorization(() -> super.executeList(context, page));
    }

    /** @param ones which of them were asked for; null for all */
    private static String[] asked(Stream<String> visible, String @Nullable [] ones) {
        return visible.filter(it -> ones == null || List.of(ones).contains(it))
                .distinct()
                .toArray(String[]::new);
    }

    @Override
    public long executeCount(CommandContext context) {
        return executeList(context, new Page(0, Integer.MAX_VALUE)).size();
    }
}
