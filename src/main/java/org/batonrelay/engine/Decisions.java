package org.batonrelay.engine;

import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads decision tables so that a bad one never fails the step of the person who needs it. */
@Component
public class Decisions {

    /**
     * Evaluates the latest version in a transaction of its own. When it cannot be evaluated, no rule matches, or
     * {@code read} throws, an incident is raised on the execution and the newest older version that can be read
     * counts.
     *
     * @param read makes a value of the outputs by their names; throws IllegalArgumentException with a sentence when it
     *     cannot
     * @throws IllegalStateException when no deployed version can be read
     */
    public <T> T decide(
            String decision, Map<String, ?> inputs, String executionId, Function<Map<String, Object>, T> read) {
        throw new UnsupportedOperationException("engine helper");
    }
}
