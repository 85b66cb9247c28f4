package org.batonrelay.engine.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.batonrelay.engine.hands.HandBatches;
import org.batonrelay.engine.hands.HandWork;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.runtime.ModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.jspecify.annotations.Nullable;

/**
 * The engine's processes as visitors may use them: they read. What an administrator changes by hand, the house is told;
 * {@link ShutWays} shuts every other way.
 */
public class GuardedRuntimeService extends RuntimeServiceImpl {

    private static final String CANCELLED = "cancelled";
    private static final String MOVED = "moved";

    private final ProcessEngineConfigurationImpl engine;
    private final HandWork handWork;
    private final PartnersEyes partners;

    public GuardedRuntimeService(ProcessEngineConfigurationImpl engine, HandWork handWork, PartnersEyes partners) {
        this.engine = engine;
        this.handWork = handWork;
        this.partners = partners;
    }

    @Override
    public VariableInstanceQuery createVariableInstanceQuery() {
        return partners.variables(commandExecutor, super::createVariableInstanceQuery);
    }

    @Override
    public ProcessInstanceModificationBuilder createProcessInstanceModification(String processInstanceId) {
        return new ProcessInstanceModificationBuilderImpl(engine.getCommandExecutorTxRequired(), processInstanceId) {
            @Override
            public void execute(boolean skipCustomListeners, boolean skipIoMappings) {
                handWork.on(processInstanceId, MOVED, () -> super.execute(skipCustomListeners, skipIoMappings));
            }
        };
    }

    /** Several at once; what is done later, job by job, is told by {@link HandBatches}. */
    @Override
    public ModificationBuilder createModification(String processDefinitionId) {
        return new ModificationBuilderImpl(engine.getCommandExecutorTxRequired(), processDefinitionId) {
            @Override
            public void execute(boolean writeUserOperationLog) {
                handWork.on(
                        theseAnd(getProcessInstanceIds(), getProcessInstanceQuery()),
                        MOVED,
                        () -> super.execute(writeUserOperationLog));
            }
        };
    }

    @Override
    public MigrationPlanExecutionBuilder newMigration(MigrationPlan plan) {
        return new MigrationPlanExecutionBuilderImpl(engine.getCommandExecutorTxRequired(), plan) {
            @Override
            public void execute() {
                handWork.on(theseAnd(getProcessInstanceIds(), getProcessInstanceQuery()), "migrated", super::execute);
            }
        };
    }

    private static List<String> theseAnd(@Nullable List<String> named, @Nullable ProcessInstanceQuery asked) {
        List<String> all = new ArrayList<>(named == null ? List.of() : named);
        if (asked != null) {
            asked.unlimitedList().forEach(instance -> all.add(instance.getId()));
        }
        return all;
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
}
