package org.batonrelay.engine.guard;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.repository.DeleteProcessDefinitionsBuilderImpl;
import org.camunda.bpm.engine.repository.DeleteProcessDefinitionsSelectBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;

/**
 * A version of a model on which anything runs is not deleted: with it, every process on it would be gone, and nobody
 * would hear of it. The one that nothing runs on any more may go.
 */
public class GuardedRepositoryService extends RepositoryServiceImpl {

    private final ProcessEngineConfigurationImpl engine;

    public GuardedRepositoryService(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public void deleteDeployment(String deploymentId) {
        deleteDeployment(deploymentId, false);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade) {
        deleteDeployment(deploymentId, cascade, false);
    }

    @Override
    public void deleteDeployment(String deploymentId, boolean cascade, boolean skipCustomListeners) {
        deleteDeployment(deploymentId, cascade, skipCustomListeners, false);
    }

    @Override
    public void deleteDeployment(
            String deploymentId, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
        check(createProcessDefinitionQuery().deploymentId(deploymentId));
        super.deleteDeployment(deploymentId, cascade, skipCustomListeners, skipIoMappings);
    }

    @Override
    public void deleteProcessDefinition(
            String processDefinitionId, boolean cascade, boolean skipCustomListeners, boolean skipIoMappings) {
        check(createProcessDefinitionQuery().processDefinitionId(processDefinitionId));
        super.deleteProcessDefinition(processDefinitionId, cascade, skipCustomListeners, skipIoMappings);
    }

    @Override
    public void deleteProcessDefinition(String processDefinitionId) {
        deleteProcessDefinition(processDefinitionId, false);
    }

    @Override
    public void deleteProcessDefinition(String processDefinitionId, boolean cascade) {
        deleteProcessDefinition(processDefinitionId, cascade, false);
    }

    @Override
    public void deleteProcessDefinition(String processDefinitionId, boolean cascade, boolean skipCustomListeners) {
        deleteProcessDefinition(processDefinitionId, cascade, skipCustomListeners, false);
    }

    @Override
    public DeleteProcessDefinitionsSelectBuilder deleteProcessDefinitions() {
        return new DeleteProcessDefinitionsBuilderImpl(commandExecutor) {
            @Override
            public DeleteProcessDefinitionsBuilderImpl byIds(String... ids) {
                check(createProcessDefinitionQuery().processDefinitionIdIn(ids));
                return super.byIds(ids);
            }

            @Override
            public DeleteProcessDefinitionsBuilderImpl byKey(String key) {
                check(createProcessDefinitionQuery().processDefinitionKey(key));
                return super.byKey(key);
            }
        };
    }

    /** Counted for the house: whoever deletes may not be allowed to see what runs. */
    private void check(ProcessDefinitionQuery versions) {
        if (Visitor.of(engine).isEmpty()) {
            return;
        }
        List<String> inUse = engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        versions.unlimitedList().stream().flatMap(this::inUse).toList()));
        if (!inUse.isEmpty()) {
            throw new BadUserRequestException(inUse.stream().collect(Collectors.joining("; "))
                    + ". What is in use is not deleted: it would be gone with all that runs on it. To undo a version,"
                    + " deploy the earlier one again: it counts for all that begins from then on, and what runs is"
                    + " finished as it began. Nothing was changed.");
        }
    }

    private Stream<String> inUse(ProcessDefinition version) {
        long running = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(version.getId())
                .count();
        return running == 0
                ? Stream.empty()
                : Stream.of("Version " + version.getVersion() + " of " + version.getKey() + " is still in use by "
                        + (running == 1 ? "one running process" : running + " running processes"));
    }
}
