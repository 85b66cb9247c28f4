package org.batonrelay.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.BuildTable;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.engine.deployment.SentFile;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A decision that Baton asks has the columns that Baton reads, of types that fit, and rows that it can read. */
@Component
class DecisionsCanBeRead implements DeploymentRule {

    private static final Set<String> SAME_OR_NONE = Set.of("", "any");

    private final TableRows rows;

    DecisionsCanBeRead(TableRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> faults(Sent sent) {
        return sent.ofKind("dmn").flatMap(file -> faults(file).stream()).toList();
    }

    private List<String> faults(SentFile file) {
        Drawing drawing;
        try {
            drawing = Drawing.of(file);
        } catch (Drawing.Unreadable e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> faults = new ArrayList<>();
        drawing.all()
                .filter(it -> !isFeel(it.getAttribute("expressionLanguage")))
                .map(it -> drawing.at(
                        it,
                        "a cell is written in FEEL, and not in " + it.getAttribute("expressionLanguage")
                                + ". Choose FEEL in Modeler and write it anew."))
                .forEach(faults::add);
        if (faults.isEmpty()) {
            drawing.all("decision")
                    .forEach(decision -> faults(drawing, decision).forEach(faults::add));
        }
        return faults;
    }

    private static boolean isFeel(String language) {
        return language.isBlank() || language.toLowerCase(Locale.ROOT).contains("feel");
    }

    private Stream<String> faults(Drawing drawing, Element decision) {
        Optional<BuildTable> known = BuildTable.of(decision.getAttribute("id"));
        Optional<Element> drawn = Drawing.child(decision, "decisionTable");
        if (known.isEmpty()) {
            return Stream.empty();
        }
        if (drawn.isEmpty()) {
            return Stream.of(drawing.at(decision, "Baton reads a decision table here. Draw it as a table."));
        }
        Table table = Table.of(decision, drawn.get());
        List<String> faults = Stream.of(
                        hitPolicy(table, known.get()), inputs(table, known.get()), outputs(table, known.get()))
                .flatMap(it -> it)
                .toList();
        return (faults.isEmpty() ? rows.faults(table, known.get()) : faults.stream())
                .map(sentence -> drawing.at(decision, sentence));
    }

    private static Stream<String> hitPolicy(Table table, BuildTable known) {
        Set<String> fit = known.takesAll() ? Set.of("COLLECT", "RULE ORDER") : Set.of("UNIQUE", "FIRST", "ANY");
        String said = table.hitPolicy();
        if (!fit.contains(said)) {
            return Stream.of("its hit policy is " + said + ", and "
                    + (known.takesAll()
                            ? "all rows that match count here. Choose Collect."
                            : "exactly one row counts here. Choose First: the row that stands highest counts."));
        }
        return table.element().getAttribute("aggregation").isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "its rows are added up or counted, and Baton reads each of them. Choose 'List' beside the hit"
                                + " policy Collect.");
    }

    private static Stream<String> inputs(Table table, BuildTable known) {
        return table.inputs().stream().flatMap(column -> {
            String handedIn = known.inputs().get(column.name());
            if (handedIn == null) {
                return column.name().matches("\\w+") || column.name().isEmpty()
                        ? Stream.of("the column '" + column.label() + "' asks for '" + column.name()
                                + "', which Baton does not hand in, so its rows would never match. Baton hands in "
                                + words(known.inputs().keySet()) + ".")
                        : Stream.empty();
            }
            return fits(handedIn, column.type())
                    ? Stream.empty()
                    : Stream.of("the column '" + column.label() + "' is of the type " + column.type()
                            + ", and Baton hands in "
                            + (handedIn.equals("string") ? "text" : "a value of the type " + handedIn)
                            + ", so its rows would never match. Choose the type " + handedIn + ".");
        });
    }

    private static Stream<String> outputs(Table table, BuildTable known) {
        List<String> names = table.outputs().stream().map(Table.Column::name).toList();
        Set<String> unknown = new HashSet<>(names);
        unknown.removeAll(known.outputs().keySet());
        boolean isRenamed =
                !unknown.isEmpty() && !names.containsAll(known.outputs().keySet());
        Set<String> wanted = isRenamed ? known.outputs().keySet() : known.required();
        Stream<String> missing = wanted.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> "there is no output column '" + name + "'"
                        + (unknown.isEmpty() ? "" : ", but one called " + words(unknown))
                        + ". Baton reads it by this name; the label beside it can be anything. Name the column '" + name
                        + "'.");
        Stream<String> twice = names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .map(name -> "two output columns are called '" + name + "'. Take one of them out.");
        Stream<String> types = table.outputs().stream()
                .filter(column -> known.outputs().containsKey(column.name()))
                .filter(column -> !fits(String.valueOf(known.outputs().get(column.name())), column.type()))
                .map(column -> "the column '" + column.label() + "' is of the type " + column.type()
                        + ", and Baton reads the type " + known.outputs().get(column.name()) + " there. Choose that.");
        return Stream.of(missing, twice, types).flatMap(it -> it);
    }

    /** Any number takes any number; only what the engine would turn into something else does not fit. */
    private static boolean fits(String wanted, String drawn) {
        String type = drawn.toLowerCase(Locale.ROOT);
        if (SAME_OR_NONE.contains(type) || type.equals(wanted)) {
            return true;
        }
        return switch (wanted) {
            case "integer" -> Set.of("long", "double", "number").contains(type);
            case "long" -> Set.of("double", "number").contains(type);
            default -> false;
        };
    }

    private static String words(Set<String> names) {
        return names.stream().sorted().map(it -> "'" + it + "'").collect(Collectors.joining(", "));
    }
}
