package org.batonrelay.engine.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the cells of a decision table mean, as the engine reads them. */
@Component
public class Cells {

    private static final String CELL = "cellInput";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    Cells(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** The value of an output; null for one that means nothing. */
    public @Nullable Object value(String cell, Map<String, ? extends @Nullable Object> inputs) {
        return words(() -> feel().evaluateSimpleExpression(
                        cell, Variables.fromMap(Map.copyOf(known(inputs))).asVariableContext()));
    }

    /** Whether an input's cell takes this value. */
    public boolean matches(String cell, @Nullable Object value, Map<String, ? extends @Nullable Object> inputs) {
        return words(() -> feel().evaluateSimpleUnaryTests(
                        cell,
                        CELL,
                        Variables.fromMap(Map.copyOf(known(inputs)))
                                .putValue(CELL, value)
                                .asVariableContext()));
    }

    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> inputs) {
        Map<String, Object> known = new HashMap<>();
        inputs.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    /** @throws IllegalArgumentException when the cell cannot be read */
    private static <T> T words(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("cannot be read", e);
        }
    }

    private FeelEngine feel() {
        DefaultDmnEngineConfiguration dmn = engine.getObject().getDmnEngineConfiguration();
        return dmn.getFeelEngine();
    }
}
