package org.batonrelay.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.batonrelay.engine.Refusal;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Checks on the server what a form asks for in the browser, and lets nothing through but the fields that somebody
 * could fill there: what the form does not contain, only shows, or hides is dropped.
 */
public class FormCheck {

    /** What a form only shows or computes; whatever comes back of it is not the sender's to say. */
    private static final Set<String> SHOWN = Set.of("text", "html", "image", "table", "expression", "button", "iframe");

    private final Feel feel;
    private final FieldRules rules;

    public FormCheck(Feel feel) {
        this.feel = feel;
        this.rules = new FieldRules(feel);
    }

    /**
     * @param known the process variables, for conditions and options; asked for only when the form needs them
     * @return what may be stored
     * @throws Refusal with a sentence for each field that is wrong
     */
    public VariableMap check(
            List<FormField> form, @Nullable Map<String, Object> sent, Supplier<Map<String, Object>> known) {
        VariableMap answer = Variables.fromMap(sent == null ? Map.of() : sent);
        List<FormField> fillable =
                form.stream().filter(field -> !SHOWN.contains(field.type())).toList();
        Map<String, @Nullable Object> values = new HashMap<>(needsMore(fillable) ? known.get() : Map.of());
        fillable.forEach(field -> values.putIfAbsent(field.key(), null));
        fillable.stream()
                .filter(field -> answer.containsKey(field.key()) && !isFixed(field, values))
                .forEach(field -> values.put(field.key(), SentValue.plain(answer.getValueTyped(field.key()))));

        VariableMap taken = Variables.createVariables();
        List<String> faults = new ArrayList<>();
        for (FormField field : fillable) {
            if (isFixed(field, values) || isHidden(field, values)) {
                continue;
            }
            boolean isSent = answer.containsKey(field.key());
            Object value = isSent ? values.get(field.key()) : null;
            rules.fault(field, value, values).ifPresent(faults::add);
            if (isSent) {
                taken.putValue(field.key(), value);
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(String.join(" ", faults));
        }
        taken.replaceAll((key, value) -> SentValue.variable(value));
        return taken;
    }

    private static boolean needsMore(List<FormField> form) {
        return form.stream()
                .anyMatch(field -> !field.hiddenWhen().isEmpty()
                        || field.description().hasNonNull("valuesKey")
                        || field.description().hasNonNull("valuesExpression")
                        || field.readOnlyWhen() != null);
    }

    private boolean isFixed(FormField field, Map<String, @Nullable Object> values) {
        String condition = field.readOnlyWhen();
        return field.isShownOnly() || condition != null && feel.holds(condition, values);
    }

    private boolean isHidden(FormField field, Map<String, @Nullable Object> values) {
        return field.hiddenWhen().stream().anyMatch(condition -> feel.holds(condition, values));
    }
}
