package org.batonrelay.doors;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.lead.LeadField;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code GET /api/openapi.json}: what programs can ask of Baton, as {@code api/openapi.yaml} describes it. The fields of
 * a lead are filled in, so that a further one is said once.
 */
@RestController
class ApiDescription {

    private final Resource written;

    ApiDescription(@Value("classpath:api/openapi.yaml") Resource written) {
        this.written = written;
    }

    @GetMapping("/api/openapi.json")
    Map<String, Object> description() throws IOException {
        try (InputStream yaml = written.getInputStream()) {
            Map<String, Object> description = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Map<String, Object> lead = within(within(within(description, "components"), "schemas"), "NewLead");
            lead.put("properties", fields());
            return description;
        }
    }

    @SuppressWarnings("unchecked") // the file is the house's own
    private static Map<String, Object> within(Map<String, Object> whole, String part) {
        return (Map<String, Object>) requireNonNull(whole.get(part));
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (LeadField field : LeadField.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("description", field.called());
            one.put("type", List.of(field.kind() == LeadField.Kind.YES_OR_NO ? "boolean" : "string", "null"));
            switch (field.kind()) {
                case DAY -> one.put("format", "date");
                case YES_OR_NO -> {}
                default -> one.put("maxLength", field.longest());
            }
            fields.put(field.key(), one);
        }
        return fields;
    }
}
