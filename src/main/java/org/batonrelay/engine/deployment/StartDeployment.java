package org.batonrelay.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.batonrelay.engine.deployment.DeployedVersions.Version;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys what is new in this build, and only that: a version that a person has deployed since the last build stays
 * the latest, and the log says so. Runs before the web server takes its first request and before the first job.
 */
@Component
class StartDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StartDeployment.class);

    private final RepositoryService repository;
    private final DeployedVersions versions;
    private final StartTurn turn;

    StartDeployment(RepositoryService repository, DeployedVersions versions, StartTurn turn) {
        this.repository = repository;
        this.versions = versions;
        this.turn = turn;
    }

    @Override
    public void afterSingletonsInstantiated() {
        turn.begin();
        deploy(BuildFile.all());
    }

    /** One deployment for all that is new, so that files that belong together become the latest together. */
    void deploy(List<BuildFile> build) {
        List<BuildFile> fresh = build.stream().filter(this::isNew).toList();
        if (fresh.isEmpty()) {
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name("Baton").source(DeployedVersions.BUILD);
        fresh.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
        LOG.info("Deployed {} models, decisions, forms and mails that are new in this build.", fresh.size());
        LOG.debug("New in this build: {}", fresh.stream().map(BuildFile::name).toList());
    }

    private boolean isNew(BuildFile file) {
        Optional<Version> latest = versions.latest(file);
        boolean changed = versions.lastOfABuild(file)
                .filter(last -> file.hasContent(last.content()))
                .isEmpty();
        if (latest.isPresent() && !latest.get().isOfABuild()) {
            tell(file, latest.get(), changed);
            return false;
        }
        return changed;
    }

    private void tell(BuildFile file, Version theirs, boolean changed) {
        if (file.hasContent(theirs.content())) {
            return;
        }
        LOG.warn(
                "{}: the version that {} deployed on {} stays the latest.{}",
                file.name(),
                theirs.by() == null ? "somebody" : theirs.by(),
                theirs.at(),
                changed
                        ? " This build brings a new version of it, which is NOT in use: merge the two and deploy the result from Modeler."
                        : "");
    }
}
