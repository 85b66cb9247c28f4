package org.batonrelay.engine.deployment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Asks all rules before the engine reads anything of a deployment: the last moment that Modeler, Cockpit, REST and Java
 * have in common. What comes with a build is not asked about: the build has done so.
 */
public class DeploymentRules implements Deployer {

    /** More would not be read by anybody. */
    private static final int MOST_SENTENCES = 25;

    private final Supplier<Stream<DeploymentRule>> rules;

    public DeploymentRules(Supplier<Stream<DeploymentRule>> rules) {
        this.rules = rules;
    }

    /** @throws BadUserRequestException with the sentences, one a line: a 400 that Modeler shows */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (DeployedVersions.BUILD.equals(deployment.getSource())) {
            if (isVisitors()) {
                throw new BadUserRequestException("The source '" + DeployedVersions.BUILD
                        + "' is for what comes with Baton's own builds. Leave it out, or name another.");
            }
            return;
        }
        Sent sent = new Sent(
                deployment.getResources().values().stream()
                        .map(file -> new SentFile(file.getName(), file.getBytes()))
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList(),
                deployment.getTenantId());
        Set<String> faults = rules.get()
                .flatMap(rule -> rule.faults(sent).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!faults.isEmpty()) {
            throw new BadUserRequestException(String.join("\n", cut(faults)));
        }
    }

    private static List<String> cut(Set<String> faults) {
        List<String> lines = new ArrayList<>(faults);
        if (lines.size() <= MOST_SENTENCES) {
            return lines;
        }
        int left = lines.size() - MOST_SENTENCES;
        List<String> shown = new ArrayList<>(lines.subList(0, MOST_SENTENCES));
        shown.add("... and " + left + " more.");
        return shown;
    }

    private static boolean isVisitors() {
        CommandContext context = Context.getCommandContext();
        return context != null && context.getAuthentication() != null;
    }
}
