package org.batonrelay.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What follows the guarded task of the tests, in the same transaction: refuses, loses a race, or sends a message. And
 * what the house does to the task at the very moment when somebody claims it.
 */
@Component
class GuardedStep implements JavaDelegate, TaskListener {

    private static final int TOUCHED = 60;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    GuardedStep(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object afterwards = execution.getVariable("afterwards");
        if ("refuse".equals(afterwards)) {
            throw new Refusal("The calendar of Acme is full until Friday.");
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

    private void reassignMeanwhile(String instance) {
        CommandExecutor apart = engine.getObject().getCommandExecutorTxRequiresNew();
        apart.execute(context -> {
            context.getTaskManager().findTasksByProcessInstanceId(instance).forEach(task -> task.setAssignee("sdr-2"));
            return null;
        });
    }
}
