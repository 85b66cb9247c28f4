package org.batonrelay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that a field offers: written in the form, or taken from a variable or an expression. */
final class Options {

    private Options() {}

    static List<String> of(FormField field, Map<String, @Nullable Object> values, Feel feel) {
        JsonNode description = field.description();
        if (description.hasNonNull("valuesKey")) {
            return read(at(values, description.get("valuesKey").asText()));
        }
        if (description.hasNonNull("valuesExpression")) {
            return read(SentValue.json(
                    feel.value(description.get("valuesExpression").asText(), values)));
        }
        return read(description.path("values"));
    }

    private static JsonNode at(Map<String, @Nullable Object> values, String path) {
        String[] names = path.split("\\.", 2);
        JsonNode found = SentValue.json(values.get(names[0]));
        return names.length == 1 ? found : found.at("/" + names[1].replace('.', '/'));
    }

    /** An option is a value with a label, or simply a value. */
    private static List<String> read(JsonNode options) {
        List<String> found = new ArrayList<>();
        options.forEach(
                option -> found.add(option.isObject() ? option.path("value").asText() : option.asText()));
        return found;
    }
}
