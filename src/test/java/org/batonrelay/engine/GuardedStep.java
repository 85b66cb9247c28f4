package org.batonrelay.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What follows the guarded task of the tests, in the same transaction: refuses, loses a race, or sends a message. And
 * what the house does at the very moment when somebody claims it, or starts.
 */
@Component
class GuardedStep implements JavaDelegate, TaskListener, ExecutionListener {

    private static final int TOUCHED = 60;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Set<Object> begun = ConcurrentHashMap.newKeySet();

    GuardedStep(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object afterwards = execution.getVariable("afterwards");
        if ("refuse".equals(afterwards)) {
            throw new Refusal("The calendar of Acme is full until Friday.");
        }
        if ("lose".equals(afterwards)) {
            throw new OptimisticLockingException("a timer of the same lead was faster");
        }
        if ("message".equals(afterwards)) {
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation("nobodyWaits")
                    .correlateAll();
        }
        if ("reassign".equals(afterwards)) {
            reassignMeanwhile(execution.getProcessInstanceId());
        }
    }

    @Override
    public void notify(DelegateTask task) {
        if ("touch".equals(task.getVariable("afterwards")) && task.getPriority() != TOUCHED) {
            CommandExecutor apart = engine.getObject().getCommandExecutorTxRequiresNew();
            apart.execute(context -> {
                context.getTaskManager().findTaskById(task.getId()).setPriority(TOUCHED);
                return null;
            });
        }
    }

    /** Whoever starts with a name that ends so meets the engine's halves of a tree once. */
    @Override
    public void notify(DelegateExecution execution) {
        String name = String.valueOf(execution.getVariable("name"));
        if (name.endsWith("meets a race") && begun.add(name)) {
            throw new ProcessEngineException("ENGINE-03077 Cannot resolve parent with id 'a' of execution 'b'");
        }
    }

    private void reassignMeanwhile(String instance) {
        CommandExecutor apart = engine.getObject().getCommandExecutorTxRequiresNew();
        apart.execute(context -> {
            context.getTaskManager().findTasksByProcessInstanceId(instance).forEach(task -> task.setAssignee("sdr-2"));
            return null;
        });
    }
}
