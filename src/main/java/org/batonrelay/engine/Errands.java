package org.batonrelay.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts an {@link Errand} on the engine's job list in the caller's transaction: retried with back-off, then an incident
 * in Cockpit. Nothing is drawn into a model for it, and it ends with the process instance that it is about.
 */
@Component
public class Errands {

    /** @param executionId the execution that an incident is shown on */
    public void later(@Nullable String executionId, String errand, String payload) {
        throw new UnsupportedOperationException("engine helper");
    }
}
