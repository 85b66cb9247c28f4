package org.batonrelay.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationAsyncBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;

/**
 * The engine's processes as visitors may use them: they read. Starting, messages and signals belong to the house;
 * moving an instance by hand, to administrators. All other ways of starting or correlating lead through the builders
 * that are shut here.
 */
class GuardedRuntimeService extends RuntimeServiceImpl {

    static final String BY_ITSELF = "This process is not started by hand, or only by its start form in Tasklist.";

    private static final String NO_MESSAGES =
            "Messages and signals are for the house's own programs. Complete the task that waits instead.";
    private static final String ADMINISTRATORS_ONLY = "Only an administrator may move a process by hand.";

    private final ProcessEngineConfigurationImpl engine;

    GuardedRuntimeService(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        onlyTheHouse(BY_ITSELF);
        return super.createProcessInstanceById(processDefinitionId);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        onlyTheHouse(BY_ITSELF);
        return super.createProcessInstanceByKey(processDefinitionKey);
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
        onlyTheHouse(NO_MESSAGES);
        return super.createMessageCorrelation(messageName);
    }

    @Override
    public MessageCorrelationAsyncBuilder createMessageCorrelationAsync(String messageName) {
        onlyTheHouse(NO_MESSAGES);
        return super.createMessageCorrelationAsync(messageName);
    }

    @Override
    public void messageEventReceived(String messageName, String executionId) {
        onlyTheHouse(NO_MESSAGES);
        super.messageEventReceived(messageName, executionId);
    }

    @Override
    public void messageEventReceived(String messageName, String executionId, Map<String, Object> variables) {
        onlyTheHouse(NO_MESSAGES);
        super.messageEventReceived(messageName, executionId, variables);
    }

    @Override
    public SignalEventReceivedBuilder createSignalEvent(String signalName) {
        onlyTheHouse(NO_MESSAGES);
        return super.createSignalEvent(signalName);
    }

    @Override
    public void signal(String executionId) {
        onlyTheHouse(NO_MESSAGES);
        super.signal(executionId);
    }

    @Override
    public void signal(String executionId, Map<String, Object> variables) {
        onlyTheHouse(NO_MESSAGES);
        super.signal(executionId, variables);
    }

    @Override
    public void signal(String executionId, String signalName, Object data, Map<String, Object> variables) {
        onlyTheHouse(NO_MESSAGES);
        super.signal(executionId, signalName, data, variables);
    }

    @Override
    public ConditionEvaluationBuilder createConditionEvaluation() {
        onlyTheHouse(NO_MESSAGES);
        return super.createConditionEvaluation();
    }

    @Override
    public ProcessInstanceModificationBuilder createProcessInstanceModification(String processInstanceId) {
        onlyAdministrators();
        return super.createProcessInstanceModification(processInstanceId);
    }

    @Override
    public ModificationBuilder createModification(String processDefinitionId) {
        onlyAdministrators();
        return super.createModification(processDefinitionId);
    }

    @Override
    public RestartProcessInstanceBuilder restartProcessInstances(String processDefinitionId) {
        onlyAdministrators();
        return super.restartProcessInstances(processDefinitionId);
    }

    @Override
    public MigrationPlanExecutionBuilder newMigration(MigrationPlan plan) {
        onlyAdministrators();
        return super.newMigration(plan);
    }

    private void onlyTheHouse(String sentence) {
        if (Visitor.of(engine).isPresent()) {
            throw Sentences.forbidden(sentence);
        }
    }

    private void onlyAdministrators() {
        if (Visitor.of(engine).filter(visitor -> !visitor.isAdministrator()).isPresent()) {
            throw Sentences.forbidden(ADMINISTRATORS_ONLY);
        }
    }
}
