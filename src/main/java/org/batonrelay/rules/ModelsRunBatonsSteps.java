package org.batonrelay.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.engine.deployment.SentFile;
import org.batonrelay.engine.guard.Expressions;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A model runs Baton's steps, sets and reads process variables, and nothing else: no script, no program, no class, no
 * connector, no work for outsiders, and nothing that begins by itself.
 *
 * <p>Long because all places of a model in which something could stand are looked at side by side.
 */
@Component
class ModelsRunBatonsSteps implements DeploymentRule {

    private static final Set<String> BEGIN_BY_THEMSELVES =
            Set.of("timerEventDefinition", "signalEventDefinition", "conditionalEventDefinition");

    /** Shown or kept, and never read as an expression. */
    private static final Set<String> PROSE = Set.of("text", "property");

    private final Expressions expressions;
    private final KnownVariables variables;

    ModelsRunBatonsSteps(Expressions expressions, KnownVariables variables) {
        this.expressions = expressions;
        this.variables = variables;
    }

    @Override
    public List<String> faults(Sent sent) {
        Set<String> known = new HashSet<>(variables.ofThisBuild());
        sent.ofKind("form").forEach(form -> known.addAll(KnownVariables.in(form)));
        return sent.ofKind("bpmn").flatMap(file -> faults(file, known).stream()).toList();
    }

    private List<String> faults(SentFile file, Set<String> known) {
        Drawing model;
        try {
            model = Drawing.of(file);
        } catch (Drawing.Unreadable e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> faults = new ArrayList<>();
        model.all()
                .filter(element -> !isPicture(element))
                .forEach(element ->
                        faultsOf(element, known).forEach(sentence -> faults.add(model.at(element, sentence))));
        if (model.root().getAttributeNS("*", "executionPlatform").isEmpty() && isForAnotherEngine(model)) {
            faults.add(model.whole("was drawn for Camunda 8. Draw it in Modeler as a 'Camunda 7' diagram."));
        }
        return faults;
    }

    private static boolean isForAnotherEngine(Drawing model) {
        return Drawing.attributes(model.root()).stream()
                .anyMatch(it -> "executionPlatform".equals(it.getLocalName())
                        && it.getValue().contains("Cloud"));
    }

    private static boolean isPicture(Element element) {
        String space = String.valueOf(element.getNamespaceURI());
        return space.contains("/DI") || space.contains("/DD/") || space.contains("bpmn.io");
    }

    private Stream<String> faultsOf(Element element, Set<String> known) {
        return Stream.of(
                        word(element),
                        script(element),
                        beginsByItself(element),
                        attributes(element),
                        step(element),
                        values(element, known))
                .flatMap(it -> it);
    }

    /** An element of the engine's own. */
    private static Stream<String> word(Element element) {
        String space = String.valueOf(element.getNamespaceURI());
        String name = element.getLocalName();
        if (ModelWords.OLDER.contains(space)) {
            return Stream.of("'" + name + "' was written for another engine. Set it anew in Camunda Modeler.");
        }
        if (space.equals(ModelWords.CAMUNDA) && !ModelWords.ELEMENTS.contains(name)) {
            return Stream.of("'camunda:" + name + "': " + ModelWords.why(name));
        }
        return Stream.empty();
    }

    private static Stream<String> script(Element element) {
        String name = element.getLocalName();
        if (name.equals("scriptTask") || name.equals("script") && !isCamundas(element)) {
            return Stream.of("a script is not run. Draw a service task and name one of Baton's steps.");
        }
        if (name.equals("import")) {
            return Stream.of("a model brings everything in one file; take the import out.");
        }
        return element.getAttribute("language").isBlank()
                        || element.getAttribute("language")
                                .toLowerCase(Locale.ROOT)
                                .equals("juel")
                ? Stream.empty()
                : Stream.of("a script in " + element.getAttribute("language")
                        + " is not run. Choose the type 'Expression' and compare process variables.");
    }

    private static Stream<String> beginsByItself(Element element) {
        if (!element.getLocalName().equals("startEvent")
                || !element.getParentNode().getLocalName().equals("process")) {
            return Stream.empty();
        }
        return Drawing.children(element)
                .filter(it -> BEGIN_BY_THEMSELVES.contains(it.getLocalName()))
                .limit(1)
                .map(it -> "a process does not begin by itself, by a timer, signal or condition. Begin it by its start"
                        + " form, by a message that Baton sends, or as a called process.");
    }

    private static Stream<String> attributes(Element element) {
        return Drawing.attributes(element).stream().flatMap(attribute -> {
            String space = String.valueOf(attribute.getNamespaceURI());
            String name = attribute.getLocalName();
            if (ModelWords.OLDER.contains(space)) {
                return Stream.of("'" + name + "' was written for another engine. Set it anew in Camunda Modeler.");
            }
            boolean isEngines = space.equals(ModelWords.CAMUNDA)
                    || isCamundas(element) && attribute.getNamespaceURI() == null && isImplementation(element);
            return isEngines && !ModelWords.ATTRIBUTES.contains(name) && !isEventOfListener(element, name)
                    ? Stream.of("'camunda:" + name + "': " + ModelWords.why(name))
                    : Stream.empty();
        });
    }

    private static boolean isImplementation(Element element) {
        return element.getLocalName().endsWith("Listener");
    }

    private static boolean isEventOfListener(Element element, String name) {
        return isImplementation(element) && (name.equals("event") || name.equals("id"));
    }

    private Stream<String> step(Element element) {
        Attr said = Drawing.attributes(element).stream()
                .filter(it -> "delegateExpression".equals(it.getLocalName()))
                .findFirst()
                .orElse(null);
        if (said == null) {
            return Stream.empty();
        }
        Expressions.Place place = switch (element.getLocalName()) {
            case "taskListener" -> Expressions.Place.TASK_LISTENER;
            case "executionListener" -> Expressions.Place.EXECUTION_LISTENER;
            default -> Expressions.Place.TASK;
        };
        return expressions.faultOfStep(said.getValue(), place).stream();
    }

    private Stream<String> values(Element element, Set<String> known) {
        Stream<String> said = Drawing.attributes(element).stream()
                .filter(it -> !"delegateExpression".equals(it.getLocalName()))
                .map(Attr::getValue);
        Stream<String> between = isProse(element) ? Stream.empty() : text(element);
        return Stream.concat(said, between)
                .filter(Expressions::isIn)
                .flatMap(value -> expressions.faultsOfValue(value, known).stream());
    }

    /** What is written beside a task is shown with it, its variables filled in; all other words are for readers. */
    private static boolean isProse(Element element) {
        return PROSE.contains(element.getLocalName())
                || element.getLocalName().equals("documentation")
                        && !element.getParentNode().getLocalName().equals("userTask");
    }

    private static Stream<String> text(Element element) {
        return Optional.of(Drawing.text(element)).filter(it -> !it.isBlank()).stream();
    }

    private static boolean isCamundas(Element element) {
        return ModelWords.CAMUNDA.equals(element.getNamespaceURI());
    }
}
