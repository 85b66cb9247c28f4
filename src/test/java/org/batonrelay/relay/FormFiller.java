package org.batonrelay.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.HouseDay;

/** Fills any of our forms as somebody might: every field a value that the form allows, every choice at random. */
class FormFiller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<JsonNode>> FORMS = new ConcurrentHashMap<>();

    private final Random random;
    private final Map<String, List<String>> sensible;

    /** @param sensible values for text fields that only some texts make sense in, by the field's key */
    FormFiller(Random random, Map<String, List<String>> sensible) {
        this.random = random;
        this.sensible = sensible;
    }

    Map<String, Object> fill(String form) {
        Map<String, Object> values = new HashMap<>();
        for (JsonNode field : FORMS.computeIfAbsent(form, FormFiller::fields)) {
            String key = field.path("key").asText();
            if (!field.path("readonly").asBoolean() && !field.path("disabled").asBoolean()) {
                values.put(key, value(key, field));
            }
        }
        return values;
    }

    private Object value(String key, JsonNode field) {
        if (sensible.containsKey(key)) {
            return any(sensible.get(key));
        }
        return switch (field.path("type").asText()) {
            case "radio", "select" -> {
                List<String> options = new ArrayList<>();
                field.path("values")
                        .forEach(option -> options.add(option.path("value").asText()));
                // those that are worked out for each task are left to be the usual one
                yield options.isEmpty() ? "" : any(options);
            }
            case "checkbox" -> random.nextBoolean();
            case "datetime" -> {
                LocalDate day = HouseDay.today().plusDays(1 + random.nextInt(30));
                yield field.path("subtype").asText("date").equals("date") ? day.toString() : day + "T10:30+00:00";
            }
            case "number" -> 1 + random.nextInt(9);
            default -> "said " + random.nextInt(1000);
        };
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<JsonNode> fields(String form) {
        try (InputStream file = FormFiller.class.getResourceAsStream("/forms/" + form + ".form")) {
            if (file == null) {
                throw new AssertionError("no form " + form);
            }
            List<JsonNode> found = new ArrayList<>();
            collect(JSON.readTree(file), found);
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(JsonNode component, List<JsonNode> found) {
        if (component.hasNonNull("key") && !component.path("type").asText().equals("expression")) {
            found.add(component);
        }
        component.path("components").forEach(child -> collect(child, found));
    }
}
