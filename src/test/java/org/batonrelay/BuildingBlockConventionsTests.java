package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the building blocks that Modeler offers keep to: they say what they are, and what they call is there. */
class BuildingBlockConventionsTests {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    static Stream<Path> blocks() {
        return Drawn.files(Path.of(".camunda/element-templates"), ".json");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void saysWhatItIsAndHasAnIdOfOurs(Path file) throws IOException {
        JsonNode block = read(file);
        assertThat(block.path("name").asText()).isNotBlank();
        assertThat(block.path("description").asText()).isNotBlank();
        assertThat(block.path("id").asText()).matches("org\\.batonrelay\\.[a-zA-Z-]+");
        assertThat(block.path("version").isInt()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void callsOnlyWhatIsThere(Path file) throws IOException {
        for (JsonNode property : read(file).path("properties")) {
            String value = property.path("value").asText();
            String what = property.path("binding").path("name").asText();
            if (what.equals("calledElement") && !value.isEmpty()) {
                assertThat(Path.of("bpmn", value + ".bpmn")).exists();
            }
            if (what.equals("camunda:formRef") && !value.contains("$")) {
                assertThat(Path.of("forms", value + ".form")).exists();
            }
            Matcher bean = BEAN.matcher(value);
            if (what.equals("camunda:delegateExpression") && bean.matches()) {
                String name = bean.group(1).substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + bean.group(1).substring(1);
                assertThat(Drawn.files(Path.of("src/main/java"), "/" + name + ".java"))
                        .as("the class for " + value)
                        .hasSize(1);
            }
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }
}
