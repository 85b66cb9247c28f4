package org.batonrelay.engine.decision;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * With a new version of a decision the incidents end that told of an unreadable one: whatever cannot be read in the new
 * one raises its own. Some of the executions would ask the decision again only in weeks, or never.
 */
public class MendedDecisions implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || deployment.getDeployedArtifacts(DecisionDefinitionEntity.class) == null) {
            return;
        }
        deployment
                .getDeployedArtifacts(DecisionDefinitionEntity.class)
                .forEach(decision -> end(Context.getCommandContext(), decision.getKey()));
    }

    private static void end(CommandContext context, String decision) {
        context.getProcessEngineConfiguration()
                .getRuntimeService()
                .createIncidentQuery()
                .incidentType(Decisions.UNREADABLE)
                .configuration(decision)
                .list()
                .forEach(incident -> end(context, incident));
    }

    private static void end(CommandContext context, Incident incident) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(incident.getExecutionId());
        if (execution != null) {
            execution.resolveIncident(incident.getId());
        }
    }
}
