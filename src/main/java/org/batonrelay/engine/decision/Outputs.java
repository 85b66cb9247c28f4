package org.batonrelay.engine.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a rule of a decision says. */
public final class Outputs {

    private Outputs() {}

    /** One output as text; null where its cell is empty. */
    public static @Nullable String text(Map<String, ? extends @Nullable Object> outputs, String name) {
        Object value = outputs.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
