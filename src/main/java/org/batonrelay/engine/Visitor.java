package org.batonrelay.engine;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Somebody who acts on the engine from outside, by REST or a web app. Timers, our own rooms and whatever a process does
 * while it answers a visitor are the house itself: it is not checked at its own doors.
 */
public record Visitor(String id, Set<String> groups) {

    private static final String ADMINISTRATORS = "camunda-admin";

    public static Optional<Visitor> of(ProcessEngineConfigurationImpl engine) {
        if (Context.getCommandContext() != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(engine.getIdentityService().getCurrentAuthentication())
                .map(Visitor::new);
    }

    public static Visitor of(CommandContext context) {
        return new Visitor(context.getAuthentication());
    }

    private Visitor(Authentication login) {
        this(login.getUserId(), login.getGroupIds() == null ? Set.of() : Set.copyOf(login.getGroupIds()));
    }

    public boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }
}
