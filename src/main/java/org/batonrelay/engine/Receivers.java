package org.batonrelay.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * Part of whoever an expression of a model names: the people among them, or the groups, which are written
 * {@code group:} and their id.
 *
 * @param part makes of all names what the engine is to see in this place
 */
record Receivers(Expression drawn, Function<List<String>, @Nullable Object> part) implements Expression {

    private static final String GROUP = "group:";

    /** The one person that a task is assigned to; nobody when it is a group's. */
    static Receivers person(Expression drawn) {
        return new Receivers(drawn, names -> people(names).stream().findFirst().orElse(null));
    }

    static Receivers people(Expression drawn) {
        return new Receivers(drawn, Receivers::people);
    }

    static Receivers groups(Expression drawn) {
        return new Receivers(
                drawn,
                names -> names.stream()
                        .filter(name -> name.startsWith(GROUP))
                        .map(name -> name.substring(GROUP.length()))
                        .toList());
    }

    private static List<String> people(List<String> names) {
        return names.stream().filter(name -> !name.startsWith(GROUP)).toList();
    }

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        return part.apply(names(drawn.getValue(scope)));
    }

    private static List<String> names(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null
                ? List.of()
                : Arrays.stream(value.toString().split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        drawn.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
        return drawn.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return drawn.isLiteralText();
    }
}
