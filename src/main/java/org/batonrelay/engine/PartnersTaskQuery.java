package org.batonrelay.engine;

import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The tasks of a partner, whom no list answers questions about values that they do not see: whoever may ask which tasks
 * know a value like "a%" has read it after a while.
 */
class PartnersTaskQuery extends TaskQueryImpl {

    private static final long serialVersionUID = 1L;

    private static final String BY_TASK = "Search by the task, its dates, or whose it is; not by what the lead's"
            + " processes know, and for one thing at a time.";

    PartnersTaskQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    protected void addVariable(TaskQueryVariableValue value) {
        throw Sentences.forbidden(BY_TASK);
    }

    @Override
    public TaskQuery or() {
        throw Sentences.forbidden(BY_TASK);
    }

    @Override
    public TaskQuery orderBy(QueryOrderingProperty ordering) {
        if (ordering.getRelation() != null) {
            throw Sentences.forbidden(BY_TASK);
        }
        return super.orderBy(ordering);
    }
}
