package org.batonrelay.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationAsyncBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;

/**
 * The engine's processes as visitors may use them: they read. Starting, messages and signals belong to the house;
 * changing an instance by hand, to administrators, and the house is told of it. All other ways of starting,
 * correlating, cancelling and setting variables lead through what is shut or told here.
 *
 * <p>Long because the engine offers so many ways in.
 */
class GuardedRuntimeService extends RuntimeServiceImpl {

    static final String BY_ITSELF = "This process is not started by hand, or only by its start form in Tasklist.";

    private static final String NO_MESSAGES =
            "Messages and signals are for the house's own programs. Complete the task that waits instead.";
    private static final String ADMINISTRATORS_ONLY = "Only an administrator may move a process by hand.";

    private static final String CANCELLED = "cancelled";
    private static final String ONE_BY_ONE =
            "Change processes one by one, so that each change is on the timeline of its lead.";

    private final ProcessEngineConfigurationImpl engine;
    private final HandWork handWork;

    GuardedRuntimeService(ProcessEngineConfigurationImpl engine, HandWork handWork) {
        this.engine = engine;
        this.handWork = handWork;
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
        if (Visitor.of(engine).isEmpty()) {
            return super.createProcessInstanceModification(processInstanceId);
        }
        return new ProcessInstanceModificationBuilderImpl(engine.getCommandExecutorTxRequired(), processInstanceId) {
            @Override
            public void execute(boolean skipCustomListeners, boolean skipIoMappings) {
                handWork.on(processInstanceId, "moved", () -> super.execute(skipCustomListeners, skipIoMappings));
            }
        };
    }

    @Override
    public void deleteProcessInstance(
            String processInstanceId,
            String deleteReason,
            boolean skipCustomListeners,
            boolean externallyTerminated,
            boolean skipIoMappings,
            boolean skipSubprocesses) {
        handWork.on(
                processInstanceId,
                CANCELLED,
                () -> super.deleteProcessInstance(
                        processInstanceId,
                        deleteReason,
                        skipCustomListeners,
                        externallyTerminated,
                        skipIoMappings,
                        skipSubprocesses));
    }

    @Override
    public void deleteProcessInstanceIfExists(
            String processInstanceId,
            String deleteReason,
            boolean skipCustomListeners,
            boolean externallyTerminated,
            boolean skipIoMappings,
            boolean skipSubprocesses) {
        handWork.on(
                processInstanceId,
                CANCELLED,
                () -> super.deleteProcessInstanceIfExists(
                        processInstanceId,
                        deleteReason,
                        skipCustomListeners,
                        externallyTerminated,
                        skipIoMappings,
                        skipSubprocesses));
    }

    @Override
    public Batch deleteProcessInstancesAsync(
            List<String> processInstanceIds,
            ProcessInstanceQuery query,
            HistoricProcessInstanceQuery historicQuery,
            String deleteReason,
            boolean skipCustomListeners,
            boolean skipSubprocesses,
            boolean skipIoMappings) {
        onlyTheHouse(ONE_BY_ONE);
        return super.deleteProcessInstancesAsync(
                processInstanceIds,
                query,
                historicQuery,
                deleteReason,
                skipCustomListeners,
                skipSubprocesses,
                skipIoMappings);
    }

    @Override
    public Batch setVariablesAsync(
            List<String> processInstanceIds,
            ProcessInstanceQuery query,
            HistoricProcessInstanceQuery historicQuery,
            Map<String, ?> variables) {
        onlyTheHouse(ONE_BY_ONE);
        return super.setVariablesAsync(processInstanceIds, query, historicQuery, variables);
    }

    @Override
    protected void setVariables(String executionId, Map<String, ? extends Object> variables, boolean local) {
        handWork.on(executionId, changed(variables.keySet()), () -> super.setVariables(executionId, variables, local));
    }

    @Override
    protected void updateVariables(
            String executionId,
            Map<String, ? extends Object> modifications,
            Collection<String> deletions,
            boolean local) {
        Set<String> names = new TreeSet<>();
        Optional.ofNullable(modifications).map(Map::keySet).ifPresent(names::addAll);
        Optional.ofNullable(deletions).ifPresent(names::addAll);
        handWork.on(
                executionId, changed(names), () -> super.updateVariables(executionId, modifications, deletions, local));
    }

    private static String changed(Collection<String> variables) {
        return "set " + String.join(", ", variables) + " in";
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
