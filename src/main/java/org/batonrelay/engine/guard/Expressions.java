package org.batonrelay.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.stereotype.Component;

/**
 * Reads an expression and says what of it no expression may say; the other half of {@link HouseExpressions}, which
 * resolves nothing of that either. Longer than most, because all kinds of it stand side by side.
 */
@Component
public class Expressions {

    /** Where a step is named. */
    public enum Place {
        TASK(Set.of(JavaDelegate.class), "a step of the process"),
        TASK_LISTENER(Set.of(TaskListener.class), "a task listener"),
        EXECUTION_LISTENER(Set.of(ExecutionListener.class, JavaDelegate.class), "an execution listener");

        private final Set<Class<?>> kinds;
        private final String words;

        Place(Set<Class<?>> kinds, String words) {
            this.kinds = kinds;
            this.words = words;
        }
    }

    private static final Pattern STEP = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Pattern BEGINS = Pattern.compile("[$#]\\{");
    private static final Set<String> OBJECTS = Set.of("execution", "task", "caseExecution", "externalTask");

    private final DrawnSteps steps;

    Expressions(DrawnSteps steps) {
        this.steps = steps;
    }

    public static boolean isIn(String text) {
        return BEGINS.matcher(text).find();
    }

    /** What is wrong with the name of a step; empty when there is such a step for this place. */
    public Optional<String> faultOfStep(String expression, Place place) {
        Matcher named = STEP.matcher(expression.strip());
        if (!named.matches()) {
            return Optional.of(
                    "'" + expression.strip() + "' is not the name of a step. Write the name of one of Baton's"
                            + " steps between the braces, such as ${recordBrief}, and nothing else.");
        }
        String name = named.group(1);
        if (!steps.isStep(name)) {
            return Optional.of("there is no step '" + name + "' in Baton."
                    + steps.like(name).map(it -> " Did you mean ${" + it + "}?").orElse("")
                    + " The steps that a model can name are those that Baton's own models name.");
        }
        return place.kinds.stream().noneMatch(kind -> steps.is(name, kind))
                ? Optional.of(
                        "'" + name + "' cannot be used as " + place.words + ". Use it where Baton's own models do.")
                : Optional.empty();
    }

    /**
     * What of a text with expressions in it no model may say.
     *
     * @param variables names that are known to be process variables, although a part of the house is called the same
     */
    public List<String> faultsOfValue(String text, Set<String> variables) {
        try {
            List<String> faults = new ArrayList<>();
            look(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot(), variables, faults);
            return faults;
        } catch (TreeBuilderException e) {
            return List.of("'" + text.strip() + "' cannot be read as an expression: " + e.getMessage() + ".");
        }
    }

    private void look(Node node, Set<String> variables, List<String> faults) {
        if (isWordOfExecution(node)) {
            return;
        }
        if (node instanceof AstMethod || node instanceof AstDot || node instanceof AstBracket) {
            faults.add("'" + said(node) + "' asks a Java object for more than its value. An expression names process"
                    + " variables only, compared or joined; let one of Baton's steps work out everything else.");
            return;
        }
        if (node instanceof AstFunction function && !HouseExpressions.FUNCTIONS.contains(function.getName())) {
            faults.add("there is no function '" + function.getName() + "'. There are "
                    + String.join(
                            ", ", HouseExpressions.FUNCTIONS.stream().sorted().toList()) + ".");
        }
        if (node instanceof AstIdentifier name && OBJECTS.contains(name.getName())) {
            faults.add("'" + name.getName() + "' cannot be passed on. It answers "
                    + String.join(
                            ", ",
                            HouseExpressions.OF_AN_EXECUTION.stream()
                                    .sorted()
                                    .map(it -> "execution." + it)
                                    .toList())
                    + " only.");
        }
        if (node instanceof AstIdentifier name
                && steps.isBean(name.getName())
                && (steps.isStep(name.getName()) || !variables.contains(name.getName()))) {
            faults.add("'" + name.getName() + "' is the name of a part of Baton, so no process variable can be called"
                    + " that. A step is named as the delegate expression of a task or listener, and nowhere else; call a"
                    + " variable of your own otherwise.");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            look(node.getChild(i), variables, faults);
        }
    }

    private static boolean isWordOfExecution(Node node) {
        if (node instanceof AstMethod call && call.getCardinality() == 2) {
            return call.getChild(0) instanceof AstDot asked
                    && isExecution(asked)
                    && property(asked).equals(HouseExpressions.HAS_VARIABLE)
                    && call.getChild(1).getCardinality() == 1
                    && call.getChild(1).getChild(0) instanceof AstString;
        }
        return node instanceof AstDot asked
                && isExecution(asked)
                && HouseExpressions.OF_AN_EXECUTION.contains(property(asked));
    }

    private static boolean isExecution(AstDot asked) {
        return asked.getChild(0) instanceof AstIdentifier name && name.getName().equals("execution");
    }

    /** The parser tells it only in the words ". name". */
    private static String property(AstDot asked) {
        return asked.toString().substring(1).strip();
    }

    private static String said(Node node) {
        StringBuilder words = new StringBuilder();
        if (node instanceof AstNode part) {
            part.appendStructure(words, null);
        }
        return words.toString();
    }
}
