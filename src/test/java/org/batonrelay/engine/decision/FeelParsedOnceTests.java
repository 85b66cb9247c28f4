package org.batonrelay.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class FeelParsedOnceTests {

    private final FeelParsedOnce feel = new FeelParsedOnce();

    @Test
    void reckonsAnewWithWhatItIsGiven() {
        assertThat((Object) feel.evaluateSimpleExpression("seats * 2", with("seats", 4)))
                .hasToString("8");
        assertThat((Object) feel.evaluateSimpleExpression("seats * 2", with("seats", 5)))
                .hasToString("10");
        assertThat(feel.evaluateSimpleUnaryTests("> 3", "seats", with("seats", 4)))
                .isTrue();
        assertThat(feel.evaluateSimpleUnaryTests("> 3", "seats", with("seats", 2)))
                .isFalse();
    }

    @Test
    void takesTheSameTextAsAnExpressionAndAsATest() {
        assertThat((Object) feel.evaluateSimpleExpression("\"high\"", with("priority", "low")))
                .isEqualTo("high");
        assertThat(feel.evaluateSimpleUnaryTests("\"high\"", "priority", with("priority", "low")))
                .isFalse();
        assertThat(feel.evaluateSimpleUnaryTests("\"high\"", "priority", with("priority", "high")))
                .isTrue();
    }

    @Test
    void refusesEachTimeWhatIsNoFeel() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> feel.evaluateSimpleExpression("seats *", with("seats", 4)))
                    .isInstanceOf(FeelException.class)
                    .hasMessageContaining("seats *");
        }
    }

    private static VariableContext with(String name, Object value) {
        return Variables.fromMap(Map.of(name, value)).asVariableContext();
    }
}
