package org.batonrelay.mending;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Where a step leads in its model: a mail that is sent beside the work brings nobody on, nor does a clock that only
 * reminds, for ever. Asked of the model, so that a version drawn tomorrow is understood as well.
 */
@Component
class WaysOn {

    private record Place(String definition, String element) {}

    private final RepositoryService repository;
    private final Map<Place, Boolean> leadOn = new ConcurrentHashMap<>();
    private final Map<Place, Boolean> circle = new ConcurrentHashMap<>();
    private final Map<Place, Boolean> waitedFor = new ConcurrentHashMap<>();

    WaysOn(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** Whether anybody, or anything that waits, is reached from there; of what the model does not know it is believed. */
    boolean leadsOn(String definition, String element) {
        return leadOn.computeIfAbsent(
                new Place(definition, element),
                place -> ask(place, node -> isInterrupting(node) || reaches(node, WaysOn::isMoreThanABranch)));
    }

    /** Whether this clock comes back to itself and to nothing else. */
    boolean circles(String definition, String element) {
        return circle.computeIfAbsent(
                new Place(definition, element),
                place -> !ask(place, node -> isInterrupting(node) || reaches(node, next -> !isPartOfACircle(next))));
    }

    /** Whether a message is waited for there by the flow itself, and not only beside what is done meanwhile. */
    boolean isWaitedFor(String definition, String element) {
        return waitedFor.computeIfAbsent(
                new Place(definition, element),
                place -> ask(place, node -> node instanceof IntermediateCatchEvent || node instanceof ReceiveTask));
    }

    private boolean ask(Place place, Predicate<FlowNode> question) {
        return repository.getBpmnModelInstance(place.definition()).getModelElementById(place.element())
                        instanceof FlowNode node
                ? question.test(node)
                : true;
    }

    private static boolean reaches(FlowNode from, Predicate<FlowNode> wanted) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> ahead = new ArrayDeque<>(next(from));
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.pop();
            if (wanted.test(node)) {
                return true;
            }
            if (seen.add(node)) {
                ahead.addAll(next(node));
            }
        }
        return false;
    }

    /** Behind the end of what is drawn inside goes on what is drawn around it; so it does behind what an event began. */
    private static Collection<FlowNode> next(FlowNode node) {
        FlowNode from = node;
        while (from instanceof EndEvent || from instanceof SubProcess inner && inner.triggeredByEvent()) {
            if (!(from.getParentElement() instanceof SubProcess around)) {
                return List.of();
            }
            from = around;
        }
        return from.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    }

    private static boolean isInterrupting(FlowNode node) {
        return node instanceof BoundaryEvent border && border.cancelActivity();
    }

    /** A step of a program, a fork and a plain end may belong to a branch that nobody waits for. */
    private static boolean isMoreThanABranch(FlowNode node) {
        boolean joins = node instanceof ParallelGateway && node.getIncoming().size() > 1;
        boolean ends = node instanceof EndEvent end && end.getEventDefinitions().isEmpty();
        return joins || !(ends || isProgram(node) || isChoice(node));
    }

    private static boolean isPartOfACircle(FlowNode node) {
        boolean clock = node instanceof IntermediateCatchEvent caught
                && caught.getEventDefinitions().stream().allMatch(TimerEventDefinition.class::isInstance);
        return clock || isProgram(node) || isChoice(node);
    }

    private static boolean isProgram(FlowNode node) {
        return node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask;
    }

    private static boolean isChoice(FlowNode node) {
        return node instanceof Gateway && !(node instanceof EventBasedGateway);
    }
}
