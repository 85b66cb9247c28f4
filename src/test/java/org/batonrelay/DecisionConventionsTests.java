package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.batonrelay.Drawn.CAMUNDA_DMN;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What every decision under {@code bpmn/} keeps to, so that a process owner can change it without asking. */
class DecisionConventionsTests {

    private static final Set<String> TYPES = Set.of("string", "integer", "long", "double", "boolean", "date");
    private static final Pattern DURATION = Pattern.compile("\"P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?\"");

    static List<Drawn> decisions() {
        return Drawn.all(".dmn");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isNamedAsItsFileSaysWhatItIsForAndHasAPicture(Drawn model) {
        assertThat(model.faults(model.each("decision"), (decision, fault) -> {
                    check(decision.getAttribute("id").equals(model.name()), fault, "its id is not its file's name");
                    check(says(decision), fault, "it has no description");
                    check(
                            decision.getAttributeNS(CAMUNDA_DMN, "historyTimeToLive")
                                    .equals("P730D"),
                            fault,
                            "its history is not kept for P730D");
                    check(
                            model.each("DMNShape").stream()
                                    .anyMatch(it ->
                                            it.getAttribute("dmnElementRef").equals(model.name())),
                            fault,
                            "it is not in its picture");
                }))
                .isEmpty();
        assertThat(model.each("decision")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isUniqueOrSaysWhyNot(Drawn model) {
        assertThat(model.faults(model.each("decisionTable"), (table, fault) -> {
                    String policy = table.getAttribute("hitPolicy").toLowerCase(Locale.ROOT);
                    String said = descriptionsOf(table) + descriptionsOf((Element) table.getParentNode());
                    boolean kept = policy.isEmpty() || policy.equals("unique") || said.contains(policy);
                    check(kept, fault, "its hit policy is " + policy + " and its description does not say why");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleSaysWhatItIsForAndHasAReadableId(Drawn model) {
        assertThat(model.faults(model.each("rule"), (rule, fault) -> {
                    check(says(rule), fault, "it has no description");
                    check(!rule.getAttribute("id").matches("DecisionRule_[0-9a-z]{7}"), fault, "its id was generated");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void usesTypesThatTheEngineKnows(Drawn model) {
        assertThat(model.faults(model.each("*"), (element, fault) -> {
                    String type = element.getAttribute("typeRef");
                    check(type.isEmpty() || TYPES.contains(type), fault, "the engine knows no type '" + type + "'");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDeadlineIsADurationOrNever(Drawn model) {
        List<String> columns = model.each("output").stream()
                .map(output -> output.getAttribute("name"))
                .toList();
        assertThat(model.faults(model.each("rule"), (rule, fault) -> {
                    List<String> entries = Drawn.children(rule, "outputEntry").stream()
                            .map(entry -> entry.getTextContent().strip())
                            .collect(Collectors.toList());
                    for (int i = 0; i < columns.size(); i++) {
                        boolean deadline = columns.get(i).matches(".*(After|Every)");
                        check(
                                !deadline || entries.get(i).isEmpty() || isDuration(entries.get(i)),
                                fault,
                                columns.get(i) + " is " + entries.get(i) + ", which is no duration");
                    }
                }))
                .isEmpty();
    }

    private static String descriptionsOf(Element element) {
        return Drawn.children(element, "description").stream()
                .map(it -> it.getTextContent().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static boolean isDuration(String entry) {
        if (!DURATION.matcher(entry).matches()) {
            return false;
        }
        String duration = entry.replace("\"", "");
        return duration.contains("T")
                ? !Duration.parse(duration).isNegative()
                : !Period.parse(duration).isNegative();
    }

    private static boolean says(Element element) {
        return Drawn.children(element, "description").stream()
                .anyMatch(it -> !it.getTextContent().isBlank());
    }

    private static void check(boolean kept, Consumer<String> fault, String what) {
        if (!kept) {
            fault.accept(what);
        }
    }
}
