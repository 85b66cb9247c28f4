package org.batonrelay.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DecisionsTests extends RunningBaton {

    private static final Function<Map<String, Object>, Duration> AFTER = outputs -> {
        try {
            return Duration.parse((String) outputs.get("after"));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + outputs.get("after") + "' is no duration");
        }
    };

    private final List<String> deployed = new ArrayList<>();

    @Autowired
    private Decisions decisions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void nothingOfThisStays() {
        deployed.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void readsTheLatestVersionWithoutARestart() {
        deploy("\"PT4H\"");
        assertThat(after("high", null)).isEqualTo(Duration.ofHours(4));

        deploy("\"PT8H\"");
        assertThat(after("high", null)).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void fallsBackToTheNewestVersionThatCanBeReadAndSaysSoOnTheInstance() {
        deploy("\"PT2H\"");
        deploy("\"PT4H\"");
        deploy("\"four hours\"");
        String instance = somethingRuns();

        assertThat(after("high", instance)).isEqualTo(Duration.ofHours(4));
        assertThat(after("high", instance)).isEqualTo(Duration.ofHours(4));

        assertThat(incidents(instance))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .contains("'test-deadlines'", "'four hours' is no duration"));
    }

    @Test
    void takesTheIncidentBackOnceTheDecisionIsMended() {
        deploy("\"PT4H\"");
        deploy("\"four hours\"");
        String instance = somethingRuns();
        after("high", instance);

        deploy("\"PT6H\"");

        assertThat(after("high", instance)).isEqualTo(Duration.ofHours(6));
        assertThat(incidents(instance)).isEmpty();
    }

    @Test
    void fallsBackWhenTheTableCannotBeEvaluatedAndLeavesTheCallersTransactionAlone() {
        deploy("\"PT4H\"");
        deploy("duration(");
        String instance = somethingRuns();

        transaction.executeWithoutResult(
                status -> assertThat(after("high", instance)).isEqualTo(Duration.ofHours(4)));

        assertThat(incidents(instance))
                .singleElement()
                .extracting(Incident::getIncidentMessage)
                .asString()
                .contains("duration(");
    }

    @Test
    void readsForAPersonWhoMayNotReadDecisions() {
        deploy("\"PT4H\"");
        String instance = somethingRuns();

        assertThat(as("partner-1", () -> after("high", instance))).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void saysThatNoRuleMatches() {
        deploy("\"PT4H\"");

        assertThatThrownBy(() -> after("low", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no rule matches {priority=low}");
    }

    @Test
    void takesAnInputThatIsUnknown() {
        deploy("\"PT4H\"");

        assertThatThrownBy(() -> after(null, null)).hasMessageContaining("no rule matches");
    }

    private Duration after(String priority, String executionId) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("priority", priority);
        return decisions.decide("test-deadlines", inputs, executionId, AFTER);
    }

    private List<Incident> incidents(String instance) {
        return runtime.createIncidentQuery().processInstanceId(instance).list();
    }

    private String somethingRuns() {
        deployed.add(repository
                .createDeployment()
                .addString("decisions.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="decisions-test" isExecutable="true">
                    <startEvent id="started"/><sequenceFlow id="f" sourceRef="started" targetRef="wait"/>
                    <userTask id="wait"/>
                  </process>
                </definitions>
                """)
                .deploy()
                .getId());
        return runtime.startProcessInstanceByKey("decisions-test").getId();
    }

    private void deploy(String after) {
        deployed.add(repository
                .createDeployment()
                .addString("test-deadlines.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="test-deadlines" name="Test deadlines">
                    <decisionTable id="t" hitPolicy="UNIQUE">
                      <input id="i"><inputExpression id="e" typeRef="string"><text>priority</text></inputExpression></input>
                      <output id="o" name="after" typeRef="string"/>
                      <rule id="r">
                        <inputEntry id="c"><text>"high"</text></inputEntry>
                        <outputEntry id="x"><text>%s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(after))
                .deploy()
                .getId());
    }
}
