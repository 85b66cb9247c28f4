package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.batonrelay.Drawn.CAMUNDA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every process under {@code bpmn/} keeps to, so that a picture can be read and its classes found. */
class ModelConventionsTests {

    private static final Set<String> ACTIVITIES = Set.of("userTask", "serviceTask", "callActivity", "subProcess");
    private static final Pattern GENERATED =
            Pattern.compile("(Activity|Gateway|Event|Flow|SequenceFlow|Task|Process)_[0-9a-z]{7}");
    private static final Pattern CALL = Pattern.compile("[$#]\\{[^}]*\\w\\s*\\(");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    /** Of these the tasks of holder, giver and owner go along when the baton is passed. */
    private static final Set<String> WHOSE =
            Set.of("holder", "giver", "owner", "receiver", "manager", "group", "asked", "person");

    static List<Drawn> processes() {
        return Drawn.all(".bpmn");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void isNamedAsItsFileAndSaysWhatItIsFor(Drawn model) {
        assertThat(model.faults(model.each("process"), (process, fault) -> {
                    check(process.getAttribute("id").equals(model.name()), fault, "its id is not its file's name");
                    check(
                            process.getAttributeNS(CAMUNDA, "historyTimeToLive").equals("P730D"),
                            fault,
                            "its history is not kept for P730D");
                    check(!Drawn.children(process, "documentation").isEmpty(), fault, "it has no documentation");
                }))
                .isEmpty();
        assertThat(model.each("process")).hasSize(1);
    }

    /** A page that is called as no step is helps nobody. */
    @Test
    void eachPageOfThePlaybookIsAboutAStep() throws IOException {
        Set<String> steps = processes().stream()
                .flatMap(model -> model.each("userTask").stream())
                .map(task -> task.getAttribute("id") + ".md")
                .collect(Collectors.toSet());
        try (Stream<Path> pages = Files.list(Path.of("forms/playbook"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(steps);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void idsAreTheLabelsWordsInCamelCase(Drawn model) {
        assertThat(model.faults(model.nodes(), (node, fault) -> {
                    String id = node.getAttribute("id");
                    check(id.matches("[a-z][A-Za-z0-9]*"), fault, "its id is no readable camelCase");
                    check(!GENERATED.matcher(id).matches(), fault, "its id was generated");
                    check(
                            node.getLocalName().endsWith("Gateway") || isMadeOf(node, id),
                            fault,
                            "its label '" + node.getAttribute("name") + "' has other words than its id");
                }))
                .isEmpty();
        assertThat(model.faults(model.each("sequenceFlow"), (flow, fault) -> {
                    String to = flow.getAttribute("targetRef");
                    String wanted = flow.getAttribute("sourceRef") + "To" + capital(to);
                    check(
                            flow.getAttribute("id").startsWith(wanted),
                            fault,
                            "it goes from there to there: call it '" + wanted + "'");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void labelsReadWell(Drawn model) {
        assertThat(model.faults(model.nodes(), (node, fault) -> {
                    String label = node.getAttribute("name");
                    int ways = Drawn.children(node, "outgoing").size();
                    boolean asks = node.getLocalName().matches("(exclusive|inclusive)Gateway") && ways > 1;
                    check(!asks || label.endsWith("?"), fault, "a gateway that decides asks a question");
                    check(asks || !label.endsWith("?"), fault, "only a gateway that decides asks a question");
                    check(
                            label.isEmpty() || Character.isUpperCase(label.codePointAt(0)),
                            fault,
                            "its label '" + label + "' does not begin with a capital");
                    check(!label.endsWith("."), fault, "its label ends with a full stop");
                    check(label.length() <= 45, fault, "its label is too long to read in the picture");
                }))
                .isEmpty();
        assertThat(model.faults(waysOut(model), (flow, fault) -> {
                    check(
                            !flow.getAttribute("name").isEmpty(),
                            fault,
                            "an answer to a gateway's question is not named");
                    boolean otherwise =
                            source(model, flow).getAttribute("default").equals(flow.getAttribute("id"));
                    check(
                            otherwise
                                    || !Drawn.children(flow, "conditionExpression")
                                            .isEmpty(),
                            fault,
                            "it has no condition and is not what happens otherwise");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void callsBeansOfTheSameNameAndNothingElse(Drawn model) {
        List<Element> everything = model.each("*");
        assertThat(model.faults(everything, (element, fault) -> {
                    check(!element.getLocalName().matches("script|scriptTask"), fault, "a script belongs into a class");
                    for (String attribute : List.of("class", "expression", "resource", "type", "topic")) {
                        check(
                                !element.hasAttributeNS(CAMUNDA, attribute),
                                fault,
                                "camunda:" + attribute + " is not used");
                    }
                    ownTexts(element)
                            .filter(text -> CALL.matcher(text).find())
                            .forEach(text -> fault.accept("'" + text + "' calls a method: let a delegate work it out"));
                    delegateOf(element).forEach(delegate -> nameOfStep(delegate, fault));
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatAServiceTaskIsCalledIsWhatItCalls(Drawn model) {
        assertThat(model.faults(model.each("serviceTask"), (task, fault) -> {
                    String delegate = task.getAttributeNS(CAMUNDA, "delegateExpression");
                    check(
                            BEAN.matcher(delegate)
                                    .results()
                                    .anyMatch(bean -> task.getAttribute("id").startsWith(bean.group(1))),
                            fault,
                            "it calls " + delegate + ": whoever sees the picture cannot find the class");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void itsStepsStandOnOnePageInTheOrderOfThePicture(Drawn model) {
        List<String> drawn = model.each("*").stream()
                .flatMap(ModelConventionsTests::delegateOf)
                .map(delegate -> delegate.substring(2, delegate.length() - 1))
                .distinct()
                .toList();
        List<String> page = DrawnStep.page(model.name());

        assertThat(page.stream().filter(drawn::contains))
                .as("steps of %s, as its page has them", model.name())
                .containsExactlyElementsOf(drawn.stream().filter(page::contains).toList());
        assertThat(drawn.stream().filter(step -> !page.contains(step)))
                .as("steps of %s that stand elsewhere: a class of their own, or another process's page", model.name())
                .allMatch(step -> DrawnStep.of("${" + step + "}").isPresent());
    }

    @Test
    void noStepIsUnused() {
        List<String> drawn = processes().stream()
                .flatMap(model -> model.each("*").stream())
                .flatMap(ModelConventionsTests::delegateOf)
                .toList();

        assertThat(DrawnStep.all()).isNotEmpty().allMatch(step -> drawn.contains("${" + step.name() + "}"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasAFormThatIsThere(Drawn model) {
        assertThat(model.faults(model.each("userTask"), (task, fault) -> {
                    String form = task.getAttributeNS(CAMUNDA, "formRef");
                    check(!form.isEmpty(), fault, "it has no form");
                    faultOfForm(task, form, fault);
                    boolean somebody = Stream.of("assignee", "candidateGroups", "candidateUsers")
                            .anyMatch(who -> task.hasAttributeNS(CAMUNDA, who));
                    check(somebody, fault, "it is nobody's: give it an assignee or candidates");
                }))
                .isEmpty();
        assertThat(model.faults(model.each("startEvent"), (start, fault) -> {
                    if (start.hasAttributeNS(CAMUNDA, "formRef")) {
                        faultOfForm(start, start.getAttributeNS(CAMUNDA, "formRef"), fault);
                    }
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void engineO7_everyUserTaskSaysWhoseItIs(Drawn model) {
        assertThat(model.faults(model.each("userTask"), (task, fault) -> {
                    List<String> whose = Drawn.inside(task, "property").stream()
                            .filter(property -> property.getAttribute("name").equals("whose"))
                            .map(property -> property.getAttribute("value"))
                            .toList();
                    check(
                            whose.size() == 1 && WHOSE.contains(whose.get(0)),
                            fault,
                            "it does not say whose it is: give it the extension property 'whose', one of " + WHOSE);
                    boolean holders = task.getAttributeNS(CAMUNDA, "assignee").equals("${holder}");
                    check(
                            holders == whose.stream().anyMatch(Set.of("holder", "giver")::contains),
                            fault,
                            "a task of the holder or giver is assigned to the holder, and no other is");
                }))
                .isEmpty();
    }

    /** So that lists, the digest and the board know what is late: by a table, or by what the process has worked out. */
    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasADueDate(Drawn model) {
        assertThat(model.faults(model.each("userTask"), (task, fault) -> {
                    boolean byTable = Drawn.inside(task, "taskListener").stream()
                            .anyMatch(listener ->
                                    listener.getAttribute("delegateExpression").startsWith("${due")
                                            && listener.getAttribute("event").equals("create"));
                    check(
                            byTable || task.hasAttributeNS(CAMUNDA, "dueDate"),
                            fault,
                            "nobody sees when it is late: give it a due date, or the listener ${dueFromNow}");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatLeavesTheHouseAndNothingBehindAPersonsAnswerIsASavePoint(Drawn model) {
        assertThat(model.faults(model.nodes(), (node, fault) -> {
                    String delegate = node.getAttributeNS(CAMUNDA, "delegateExpression");
                    boolean waits = node.getAttributeNS(CAMUNDA, "asyncBefore").equals("true");
                    boolean sends =
                            DrawnStep.of(delegate).map(DrawnStep::sendsMail).orElse(false);
                    check(!sends || waits, fault, "it sends mail, so it needs a save point before it");
                    check(
                            !waits || ACTIVITIES.contains(node.getLocalName()),
                            fault,
                            "a save point stands before an activity only");
                    check(
                            !waits || !node.getLocalName().equals("userTask"),
                            fault,
                            "a save point before a task hides it from the person who waits for it");
                    check(!node.hasAttributeNS(CAMUNDA, "asyncAfter"), fault, "a save point stands before, not after");
                }))
                .isEmpty();
        assertThat(model.faults(
                        model.each("failedJobRetryTimeCycle"),
                        (retries, fault) -> check(
                                !retries.getTextContent().matches("R?[01](/.*)?"), fault, "a failure is tried again")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void callsProcessesThatAreThere(Drawn model) {
        Set<String> there = processes().stream().map(Drawn::name).collect(Collectors.toSet());
        assertThat(model.faults(model.each("callActivity"), (call, fault) -> {
                    String called = call.getAttribute("calledElement");
                    check(there.contains(called), fault, "there is no process '" + called + "'");
                    check(
                            Drawn.inside(call, "in").stream().anyMatch(in -> in.hasAttribute("businessKey")),
                            fault,
                            "it does not pass the business key on, so that Cockpit would not find the lead");
                }))
                .isEmpty();
    }

    private static void check(boolean kept, Consumer<String> fault, String what) {
        if (!kept) {
            fault.accept(what);
        }
    }

    /** Small words may be left out; one of several links to the same place says first where it comes from. */
    private static boolean isMadeOf(Element node, String id) {
        String rest = id.toLowerCase(Locale.ROOT);
        List<String> words = Stream.of(
                        node.getAttribute("name").replaceAll("[?'’-]", "").split("[^\\p{Alnum}]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (!Drawn.children(node, "linkEventDefinition").isEmpty()) {
            return rest.endsWith(String.join("", words));
        }
        for (String word : words) {
            rest = rest.startsWith(word) ? rest.substring(word.length()) : rest;
        }
        return rest.isEmpty();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<Element> waysOut(Drawn model) {
        return model.each("sequenceFlow").stream()
                .filter(flow -> source(model, flow).getLocalName().matches("(exclusive|inclusive)Gateway"))
                .filter(flow -> Drawn.children(source(model, flow), "outgoing").size() > 1)
                .toList();
    }

    private static Element source(Drawn model, Element flow) {
        return model.nodes().stream()
                .filter(node -> node.getAttribute("id").equals(flow.getAttribute("sourceRef")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> ownTexts(Element element) {
        Stream<String> attributes = Stream.iterate(
                        0, i -> i < element.getAttributes().getLength(), i -> i + 1)
                .map(i -> element.getAttributes().item(i).getNodeValue());
        boolean leaf = element.getElementsByTagNameNS("*", "*").getLength() == 0;
        return leaf ? Stream.concat(attributes, Stream.of(element.getTextContent())) : attributes;
    }

    private static Stream<String> delegateOf(Element element) {
        return element.hasAttributeNS(CAMUNDA, "delegateExpression")
                ? Stream.of(element.getAttributeNS(CAMUNDA, "delegateExpression"))
                : element.hasAttribute("delegateExpression")
                        ? Stream.of(element.getAttribute("delegateExpression"))
                        : Stream.empty();
    }

    private static void nameOfStep(String delegate, Consumer<String> fault) {
        check(DrawnStep.of(delegate).isPresent(), fault, "there is no step for " + delegate);
    }

    private static void faultOfForm(Element element, String form, Consumer<String> fault) {
        check(
                element.getAttributeNS(CAMUNDA, "formRefBinding").equals("latest"),
                fault,
                "its form is not bound to the latest version, and would be lost when only the model is deployed");
        Pattern name = Pattern.compile(form.replaceAll("[$#]\\{\\w+}", "[a-z-]+") + "\\.form");
        boolean there = Drawn.files(Path.of("forms"), ".form")
                .anyMatch(file -> name.matcher(file.getFileName().toString()).matches());
        check(there, fault, "there is no form '" + form + "'");
    }
}
