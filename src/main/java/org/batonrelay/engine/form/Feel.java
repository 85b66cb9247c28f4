package org.batonrelay.engine.form;

import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates the FEEL expressions of a form with the engine's own FEEL. */
public class Feel {

    private static final Logger LOG = LoggerFactory.getLogger(Feel.class);

    private final ProcessEngineConfigurationImpl engine;

    public Feel(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Only a plain true counts; a condition that cannot be evaluated hides nothing, as in the browser. */
    boolean holds(String expression, Map<String, @Nullable Object> values) {
        return Boolean.TRUE.equals(value(expression, values));
    }

    /** @param expression with the equals sign in front that forms write; null when it cannot be evaluated */
    @Nullable
    Object value(String expression, Map<String, @Nullable Object> values) {
        try {
            return feel().evaluateSimpleExpression(
                            expression.strip().replaceFirst("^=", ""),
                            Variables.fromMap(values).asVariableContext());
        } catch (RuntimeException e) {
            LOG.warn("'{}' cannot be evaluated", expression, e);
            return null;
        }
    }

    private FeelEngine feel() {
        DefaultDmnEngineConfiguration dmn = engine.getDmnEngineConfiguration();
        return dmn.getFeelEngine();
    }
}
