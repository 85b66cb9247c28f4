package org.batonrelay.engine.decision;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever asks a decision tries what a new version of it says before it goes live, row by row. */
public interface ReadsDecision {

    /** The keys of the decisions that it asks. */
    Set<String> decisions();

    /**
     * Reads one row just as it would be read if the row counted.
     *
     * @param outputs null for an empty cell
     * @throws IllegalArgumentException with a sentence when it cannot be read
     */
    void tryRow(String decision, Map<String, @Nullable Object> outputs);
}
