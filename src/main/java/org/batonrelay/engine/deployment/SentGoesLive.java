package org.batonrelay.engine.deployment;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

/**
 * What somebody deploys is live afterwards. Modeler leaves out what has not changed since a deployment of the same name;
 * the engine would do so although a colleague's other version is live by now, and say that it succeeded.
 */
public class SentGoesLive extends DefaultDeploymentHandler {

    private final Supplier<DeployedVersions> versions;

    public SentGoesLive(ProcessEngine engine, Supplier<DeployedVersions> versions) {
        super(engine);
        this.versions = versions;
    }

    @Override
    public boolean shouldDeployResource(Resource sent, Resource before) {
        BuildFile file = new BuildFile(sent.getName(), sent.getBytes());
        return versions.get()
                .latest(file)
                .filter(live -> file.hasContent(live.content()))
                .isEmpty();
    }
}
