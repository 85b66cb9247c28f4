package org.batonrelay.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What follows the guarded task of the tests, in the same transaction: refuses, loses a race, or sends a message. */
@Component
class GuardedStep implements JavaDelegate {

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

    private void reassignMeanwhile(String instance) {
        CommandExecutor apart = engine.getObject().getCommandExecutorTxRequiresNew();
        apart.execute(context -> {
            context.getTaskManager().findTasksByProcessInstanceId(instance).forEach(task -> task.setAssignee("sdr-2"));
            return null;
        });
    }
}
