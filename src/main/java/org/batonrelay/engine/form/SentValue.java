package org.batonrelay.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/** Values as they come from outside, made plain, and back: text, number, yes or no, list. */
final class SentValue {

    /** Stands for what no field of a form can take: files, serialized objects, broken JSON. */
    static final Object STRANGE = new Object();

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentValue() {}

    static @Nullable Object plain(@Nullable TypedValue sent) {
        if (sent == null) {
            return null;
        }
        if (sent instanceof JsonValue json) {
            return parsed(
                    json.getValueSerialized() != null ? json.getValueSerialized() : String.valueOf(json.getValue()));
        }
        return sent instanceof SerializableValue ? STRANGE : plainOf(sent.getValue());
    }

    private static @Nullable Object plainOf(@Nullable Object value) {
        if (value instanceof SpinJsonNode json) {
            return parsed(json.toString());
        }
        boolean simple =
                value == null || value instanceof String || value instanceof Boolean || value instanceof Number;
        return simple ? value : STRANGE;
    }

    /** Lists and maps of a JSON text. */
    private static @Nullable Object parsed(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            return STRANGE;
        }
    }

    /** Anything a process variable may hold, as JSON; for looking up the options that it offers. */
    static JsonNode json(@Nullable Object value) {
        try {
            return value instanceof SpinJsonNode node ? JSON.readTree(node.toString()) : JSON.valueToTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON variable is no JSON", e);
        }
    }

    /** As a process keeps it: never transient, whatever the sender asked for. */
    static @Nullable Object variable(@Nullable Object plain) {
        return plain instanceof Iterable<?>
                ? SpinValues.jsonValue(json(plain).toString()).create()
                : plain;
    }
}
