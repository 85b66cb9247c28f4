package org.batonrelay.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.batonrelay.engine.Visitor;

/** Puts into a form that somebody opens who there is to choose; see {@link Choices}. */
public record ChoicesInForms(Supplier<Choices> choices) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public InputStream in(InputStream form, Visitor reader) {
        try (form) {
            byte[] drawn = form.readAllBytes();
            // few forms have any, and the others stay as they are to the letter
            if (!new String(drawn, StandardCharsets.UTF_8).contains("\"valuesKey\"")) {
                return new ByteArrayInputStream(drawn);
            }
            JsonNode filled = JSON.readTree(drawn);
            fill(filled, reader);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(filled));
        } catch (IOException e) {
            throw new UncheckedIOException("the deployed form cannot be read", e);
        }
    }

    private void fill(JsonNode parent, Visitor reader) {
        for (JsonNode component : parent.path("components")) {
            if (component instanceof ObjectNode field && Choices.isOf(field)) {
                ArrayNode values = field.putArray("values");
                choices.get()
                        .of(field.path("valuesKey").asText(), reader.groups())
                        .forEach((value, label) ->
                                values.addObject().put("label", label).put("value", value));
                field.remove("valuesKey");
            }
            fill(component, reader);
        }
    }
}
