package org.batonrelay.engine.deployment;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.context.ApplicationEventPublisher;

/** Says whose version a deployment replaces; it is asked before anything of the new one is written. */
public class ReplacedVersions implements Deployer {

    private final Supplier<DeployedVersions> versions;
    private final ApplicationEventPublisher events;

    public ReplacedVersions(Supplier<DeployedVersions> versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        String by = Context.getCommandContext().getAuthenticatedUserId();
        if (!deployment.isNew() || by == null) {
            return;
        }
        deployment
                .getResources()
                .values()
                .forEach(file -> versions.get()
                        .latest(new BuildFile(file.getName(), file.getBytes()))
                        .filter(live -> live.by() != null && !by.equals(live.by()) && !live.isOfABuild())
                        .ifPresent(live -> events.publishEvent(new Replaced(
                                file.getName().substring(file.getName().lastIndexOf('/') + 1),
                                deployment.getId(),
                                by,
                                String.valueOf(live.by()),
                                live.at()))));
    }
}
