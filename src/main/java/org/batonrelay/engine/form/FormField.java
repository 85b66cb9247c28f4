package org.batonrelay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, as form-js describes it.
 *
 * @param key the name of the variable that it fills
 * @param description the field's JSON
 * @param hiddenWhen FEEL conditions, its own and those of the groups around it; one that holds hides it
 */
public record FormField(String key, JsonNode description, List<String> hiddenWhen) {

    private static final Set<String> FILLED_BY_PEOPLE = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");

    /** All fields of a form in its order, whatever groups they stand in. */
    static List<FormField> of(JsonNode form) {
        List<FormField> found = new ArrayList<>();
        collect(form, List.of(), found);
        return found;
    }

    private static void collect(JsonNode parent, List<String> conditions, List<FormField> found) {
        for (JsonNode component : parent.path("components")) {
            List<String> all = new ArrayList<>(conditions);
            String hide = component.path("conditional").path("hide").asText("");
            if (!hide.isBlank()) {
                all.add(hide);
            }
            if (component.hasNonNull("key")) {
                found.add(new FormField(component.get("key").asText(), component, List.copyOf(all)));
            }
            collect(component, all, found);
        }
    }

    String type() {
        return description.path("type").asText();
    }

    /** Whether people fill it at all, and it is not simply shown to them. */
    boolean isOpen() {
        return FILLED_BY_PEOPLE.contains(type()) && !isShownOnly();
    }

    boolean isShownOnly() {
        return description.path("disabled").asBoolean(false)
                || description.path("readonly").asBoolean(false);
    }

    /** The FEEL condition under which the field only shows its value; null when there is none. */
    @Nullable
    String readOnlyWhen() {
        String condition = description.path("readonly").asText("");
        return condition.startsWith("=") ? condition : null;
    }

    boolean isRequired() {
        return rule("required").asBoolean(false);
    }

    /** What the field's properties call a validation. */
    JsonNode rule(String name) {
        return description.path("validate").path(name);
    }

    /** What a person sees beside the field. */
    String label() {
        String name = type().equals("datetime")
                        && !description.path("subtype").asText().equals("time")
                ? "dateLabel"
                : type().equals("datetime") ? "timeLabel" : "label";
        String label = description.path(name).asText(description.path("label").asText(""));
        return label.isBlank() ? key : label.strip();
    }
}
