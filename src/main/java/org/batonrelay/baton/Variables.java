package org.batonrelay.baton;

import java.util.List;
import java.util.Map;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** The variables that more than one process of a lead shares; names are a public interface of running instances. */
public final class Variables {

    public static final String REFERENCE = "reference";
    public static final String ORGANISATION = "organisation";
    public static final String LEG = "leg";
    public static final String HOLDER = "holder";
    public static final String FLAGS = "flags";
    public static final String EXCHANGE = "exchange";
    public static final String PRIORITY = "priority";
    public static final String CARD = "card";
    /** Which of several tasks of the same name this is, for lists; local to the task. */
    public static final String ABOUT = "about";

    private Variables() {}

    public static LeadReference reference(VariableScope scope) {
        return new LeadReference(text(scope, REFERENCE));
    }

    /** A lead that nobody has routed is a normal one. */
    public static String priority(VariableScope scope) {
        String priority = textOrNull(scope, PRIORITY);
        return priority == null ? "normal" : priority;
    }

    /** @throws IllegalStateException when the variable is missing or blank */
    public static String text(VariableScope scope, String name) {
        String value = textOrNull(scope, name);
        if (value == null) {
            throw new IllegalStateException("the process variable '" + name + "' is missing");
        }
        return value;
    }

    /** Blank counts as missing. */
    public static @Nullable String textOrNull(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** What somebody has ticked in a list of a form; empty where there was nothing to tick. */
    public static List<String> ticked(VariableScope scope, String name) {
        return scope.getVariable(name) instanceof SpinJsonNode list && list.isArray()
                ? list.elements().stream().map(SpinJsonNode::stringValue).toList()
                : List.of();
    }

    public static boolean isTrue(VariableScope scope, String name) {
        return Boolean.TRUE.equals(scope.getVariable(name));
    }

    /** Sets several at once. */
    public static void set(VariableScope scope, Map<String, ?> values) {
        values.forEach(scope::setVariable);
    }
}
