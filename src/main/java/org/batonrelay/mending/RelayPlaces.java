package org.batonrelay.mending;

import java.util.Optional;
import java.util.function.Predicate;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where in a version of the relay's model a lead can be set going again: by what stands there, not by what it is called. */
@Component
class RelayPlaces {

    static final Predicate<FlowNode> ROUTING = node -> runs(node, "${routeLead}");
    static final Predicate<FlowNode> WAKING = node -> runs(node, "${wakeLead}");
    static final Predicate<FlowNode> WAITING =
            node -> node instanceof IntermediateCatchEvent && node.getId().equals("waitUntilContactDate");

    private final RepositoryService repository;

    RelayPlaces(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** The first exchange begins with the routing. */
    static Predicate<FlowNode> exchange(Exchange exchange) {
        return exchange == Exchange.MARKETING_TO_SDR
                ? ROUTING
                : node -> node instanceof CallActivity call && passes(call, exchange);
    }

    /** The call activity of a leg bears its name. */
    static Predicate<FlowNode> start(Leg leg) {
        return leg == Leg.CAPTURE
                ? ROUTING
                : node -> node instanceof CallActivity && node.getId().equals(leg.id());
    }

    Optional<String> find(String definition, Predicate<FlowNode> wanted) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                .filter(wanted)
                .map(FlowNode::getId)
                .findFirst();
    }

    /** The version on which a relay would begin now. */
    String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("relay")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static boolean runs(FlowNode node, String delegate) {
        return node instanceof ServiceTask task && delegate.equals(task.getCamundaDelegateExpression());
    }

    private static boolean passes(CallActivity call, Exchange exchange) {
        return call.getExtensionElements() != null
                && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .anyMatch(in -> Variables.EXCHANGE.equals(in.getCamundaTarget())
                                && exchange.id().equals(in.getCamundaSourceExpression()));
    }
}
