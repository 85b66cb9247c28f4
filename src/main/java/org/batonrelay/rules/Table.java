package org.batonrelay.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** A decision table as it is drawn: columns and rows, each with the words that a sentence calls it by. */
record Table(Element decision, Element element, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /**
     * @param name what Baton calls it: the expression of an input, the name of an output
     * @param label what people see
     * @param type of its values; empty for any
     */
    record Column(Element element, String name, String label, String type) {}

    /** @param number as Modeler counts, from 1 */
    record Row(Element element, int number, String says, List<String> inputs, List<String> outputs) {

        String called() {
            return "row " + number + (says.isEmpty() ? "" : " ('" + shortened() + "')");
        }

        private String shortened() {
            return says.length() <= 60 ? says : says.substring(0, 60) + "...";
        }
    }

    static Table of(Element decision, Element table) {
        List<Element> drawn = Drawing.children(table, "rule").toList();
        return new Table(
                decision,
                table,
                Drawing.children(table, "input").map(Table::input).toList(),
                Drawing.children(table, "output").map(Table::output).toList(),
                IntStream.range(0, drawn.size())
                        .mapToObj(i -> row(drawn.get(i), i + 1))
                        .toList());
    }

    String key() {
        return decision.getAttribute("id");
    }

    /** In capitals; Unique where nothing is said. */
    String hitPolicy() {
        String said = element.getAttribute("hitPolicy").strip().toUpperCase(Locale.ROOT);
        return said.isEmpty() ? "UNIQUE" : said;
    }

    private static Column input(Element input) {
        Element expression = Drawing.child(input, "inputExpression").orElse(input);
        String name = Drawing.child(expression, "text")
                .map(Element::getTextContent)
                .orElse("")
                .strip();
        return column(input, name, expression.getAttribute("typeRef").strip());
    }

    private static Column output(Element output) {
        return column(
                output,
                output.getAttribute("name").strip(),
                output.getAttribute("typeRef").strip());
    }

    private static Column column(Element element, String name, String type) {
        String label = element.getAttribute("label").strip();
        return new Column(element, name, label.isEmpty() ? name : label, type);
    }

    private static Row row(Element rule, int number) {
        return new Row(
                rule,
                number,
                Drawing.child(rule, "description")
                        .map(Element::getTextContent)
                        .orElse("")
                        .strip(),
                cells(rule, "inputEntry"),
                cells(rule, "outputEntry"));
    }

    private static List<String> cells(Element rule, String kind) {
        return Drawing.children(rule, kind)
                .map(cell -> Drawing.child(cell, "text")
                        .map(Element::getTextContent)
                        .orElse("")
                        .strip())
                .toList();
    }
}
