package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.BuildFile;
import org.batonrelay.engine.form.DeployedForms;
import org.batonrelay.engine.form.FormField;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The browser and the engine read the same FEEL, each with its own reader: what a form says has to suit both. */
class FormConditionsTests {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory(List.of()).createInstance();

    static Stream<BuildFile> forms() {
        return BuildFile.all().stream().filter(file -> file.kind().equals("form"));
    }

    @Test
    void findsTheFormsOfThisBuild() {
        assertThat(forms()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theEngineReadsEveryConditionOfAField(BuildFile form) {
        for (FormField field : DeployedForms.parse(new ByteArrayInputStream(form.content()))) {
            for (String condition : field.hiddenWhen()) {
                assertThatCode(() -> FEEL.evaluateSimpleExpression(
                                condition.substring(1),
                                Variables.createVariables().asVariableContext()))
                        .as("%s, field '%s': %s", form.name(), field.key(), condition)
                        .doesNotThrowAnyException();
            }
        }
    }
}
