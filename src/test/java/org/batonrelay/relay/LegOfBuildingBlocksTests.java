package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A2: what a process owner draws in Modeler with the building blocks alone is deployed, and runs. */
class LegOfBuildingBlocksTests extends RunningLeg {

    private static final String NS = "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
            + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" targetNamespace=\"http://bpmn.io/schema/bpmn\"";

    private String deployment = "";

    @AfterEach
    void theLegIsForgotten() {
        if (!deployment.isEmpty()) {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void a2_aLegMadeOfBuildingBlocksOnlyIsTakenAndRunsToItsEnd() throws IOException {
        deployment = deploy(leg());

        runs("pilot", Leg.QUALIFICATION, "sdr-1", Map.of("flags", "")); // as the relay starts a leg

        assertThat(open()).containsExactly("writeSummary");
        assertThat(task(lead.value(), "writeSummary").getAssignee()).isEqualTo("sdr-1");
        assertThat(running("leg-watch")).as("watched beside the work").isEqualTo(1);
        completes("sdr-1", "writeSummary", aSummary());
        assertThat(running("summary-email")).as("the client is written to").isEqualTo(1);
        fires("sendSummaryEmail");
        assertThat(mailbox.latest(client(), "please confirm").text()).contains("Two plants, one of them on paper.");

        assertThat(open()).contains("takeBaton");
        assertThat(lastOnRecord("handoff.offered").exchange()).isEqualTo("sdr-to-ae");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));

        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(isOver()).isTrue();
        assertThat(endedAt("passedOn")).isTrue();
        assertThat(running("leg-watch")).isZero();
    }

    private long running(String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey(process)
                .count();
    }

    /** As Modeler does: past no rule. */
    private String deploy(String model) {
        return as(
                "process-owner-1",
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .name("a pilot")
                        .addString("pilot.bpmn", model)
                        .deploy()
                        .getId());
    }

    /** Everything between start and end comes from a building block with what it presets. */
    private static String leg() throws IOException {
        return "<definitions " + NS + ">"
                + "<message id=\"written\" name=\"summaryWritten\"/>"
                + "<process id=\"pilot\" name=\"Pilot\" isExecutable=\"true\" camunda:historyTimeToLive=\"P730D\">"
                + "<startEvent id=\"pilotStarted\" name=\"Pilot started\"/>"
                + flow("pilotStarted", "legBegun")
                + "<parallelGateway id=\"legBegun\"/>"
                + flow("legBegun", "legWatch")
                + flow("legBegun", "writeSummary")
                + block("leg-watch", "callActivity", "legWatch", "Leg watch")
                + flow("legWatch", "watchOver")
                + "<endEvent id=\"watchOver\" name=\"Watch over\"/>"
                + block("write-summary", "userTask", "writeSummary", "Write summary")
                + flow("writeSummary", "summaryWritten")
                + "<intermediateThrowEvent id=\"summaryWritten\" name=\"Summary written\">"
                + "<messageEventDefinition messageRef=\"written\" camunda:delegateExpression=\"${announceSummary}\"/>"
                + "</intermediateThrowEvent>"
                + flow("summaryWritten", "sdrToAe")
                + block("exchange", "callActivity", "sdrToAe", "SDR to AE")
                + flow("sdrToAe", "passedOn")
                + "<endEvent id=\"passedOn\" name=\"Passed on\"><terminateEventDefinition/></endEvent>"
                + "</process></definitions>";
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id=\"" + from + "To" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    /** What Modeler writes when this block is chosen and nothing is changed. */
    private static String block(String template, String element, String id, String name) throws IOException {
        JsonNode block = new ObjectMapper()
                .readTree(Files.readString(Path.of(".camunda/element-templates", template + ".json")));
        assertThat(block.at("/elementType/value").asText()).isEqualToIgnoringCase("bpmn:" + element);
        Map<String, String> attributes = new HashMap<>();
        StringBuilder inside = new StringBuilder();
        for (JsonNode property : block.path("properties")) {
            String value = property.path("value").asText();
            JsonNode binding = property.path("binding");
            switch (binding.path("type").asText()) {
                case "property" -> attributes.put(binding.path("name").asText(), value);
                case "camunda:in:businessKey" -> inside.append("<camunda:in businessKey=\"" + value + "\"/>");
                case "camunda:in" ->
                    inside.append("<camunda:in sourceExpression=\"" + value + "\" target=\""
                            + binding.path("target").asText() + "\"/>");
                default -> throw new AssertionError("Modeler writes " + binding + " in a way unknown here");
            }
        }
        StringBuilder written = new StringBuilder("<" + element + " id=\"" + id + "\" name=\"" + name + "\"");
        attributes.forEach((key, value) -> written.append(" " + key + "=\"" + value + "\""));
        written.append(">");
        if (!inside.isEmpty()) {
            written.append("<extensionElements>" + inside + "</extensionElements>");
        }
        return written + "</" + element + ">";
    }
}
