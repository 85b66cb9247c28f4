package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form keeps to: it shows in Tasklist, its fields are variables, and a person knows what each one is. */
class FormConventionsTests {

    /** What breaks Tasklist's form-js 1.8.7: see engine-notes. */
    private static final Set<String> BROKEN = Set.of("dynamiclist", "filepicker", "documentPreview");

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");

    static Stream<Path> forms() {
        return Drawn.files(Path.of("forms"), ".form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isForThisTasklistAndNamedAsItsFile(Path file) throws IOException {
        JsonNode form = read(file);
        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void usesOnlyWhatTasklistCanShow(Path file) throws IOException {
        assertThat(components(read(file)))
                .as("components of %s", file)
                .noneMatch(it -> BROKEN.contains(it.path("type").asText()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fieldsAreVariablesWithALabelAndReadableIds(Path file) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode component : components(read(file))) {
            String id = component.path("id").asText();
            String key = component.path("key").asText();
            String type = component.path("type").asText();
            check(faults, ids.add(id), file + ": two components have the id '" + id + "'");
            check(faults, id.matches("[a-z][A-Za-z0-9_]*"), file + ": the id '" + id + "' is not readable");
            if (INPUTS.contains(type)) {
                check(faults, key.matches("[a-z][A-Za-z0-9]*"), file + ": the key '" + key + "' is no camelCase");
                check(faults, keys.add(key), file + ": two fields have the key '" + key + "'");
                String label = component
                        .path(type.equals("datetime") ? "dateLabel" : "label")
                        .asText();
                check(faults, !label.isBlank(), file + ": the field '" + key + "' has no label");
            }
            for (JsonNode value : component.path("values")) {
                check(
                        faults,
                        value.path("value").asText().matches("[a-z0-9-]+")
                                && !value.path("label").asText().isBlank(),
                        file + ": the option '" + value.path("value").asText() + "' of '" + key
                                + "' is not kebab-case or has no label");
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void capsWhatAVariableCannotHold(Path file) throws IOException {
        assertThat(components(read(file)))
                .filteredOn(it -> it.path("type").asText().matches("textfield|textarea"))
                .filteredOn(it ->
                        !it.path("readonly").asBoolean() && !it.path("disabled").asBoolean())
                .as("texts of %s have a longest length", file)
                .allMatch(it -> it.path("validate").path("maxLength").asInt(9999) <= 4000);
    }

    @ParameterizedTest
    @MethodSource("formsOfALead")
    void opensWithTheSameCardAsEveryOther(Path file) throws IOException {
        JsonNode card =
                read(Path.of("forms/take-baton.form")).path("components").path(0);
        assertThat(read(file).path("components").path(0)).isEqualTo(card);
    }

    /** All but those that begin a process, or are about people: there is no lead whose card they could show. */
    static Stream<Path> formsOfALead() {
        Set<String> beginning = Set.of(
                "new-lead.form",
                "call-back.form",
                "pass-on.form",
                "send-back.form",
                "new-interest.form",
                "absence.form",
                "end-absence.form",
                "move-batons.form");
        return forms().filter(file -> !beginning.contains(file.getFileName().toString()));
    }

    /** All components, those inside of groups as well. */
    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static void check(List<String> faults, boolean kept, String fault) {
        if (!kept) {
            faults.add(fault);
        }
    }
}
