package org.batonrelay.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.batonrelay.engine.decision.Cells;
import org.batonrelay.engine.decision.ReadsDecision;
import org.batonrelay.engine.deployment.BuildTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads each row of a new table as it will be read when it counts: every cell means something, whoever asks the
 * decision can use what the row says, and no two rows count at once where only one may.
 *
 * <p>Long because a row is read as a whole: its inputs, its outputs, and what others say beside it.
 */
@Component
class TableRows {

    private static final int MOST_SAMPLES = 200;

    private final Cells cells;
    private final ObjectProvider<ReadsDecision> readers;

    TableRows(Cells cells, ObjectProvider<ReadsDecision> readers) {
        this.cells = cells;
        this.readers = readers;
    }

    Stream<String> faults(Table table, BuildTable known) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> inputs = new HashMap<>();
        known.inputs().forEach((name, type) -> inputs.put(name, Samples.one(type)));
        for (Table.Row row : table.rows()) {
            inputs(table, row, known, inputs, faults);
            Map<String, @Nullable Object> said = outputs(table, row, inputs, faults);
            if (said != null) {
                tried(table, row, said, faults);
            }
        }
        if (faults.isEmpty() && !known.takesAll() && !table.hitPolicy().equals("FIRST")) {
            overlaps(table, taken(table, known, inputs), faults);
        }
        return faults.stream();
    }

    /** A word without quotes means nothing to the engine, and takes only what is not known. */
    private void inputs(Table table, Table.Row row, BuildTable known, Map<String, Object> inputs, List<String> faults) {
        for (int i = 0; i < table.inputs().size(); i++) {
            Table.Column column = table.inputs().get(i);
            String cell = cell(row.inputs(), i);
            List<@Nullable Object> samples = Samples.of(type(column, known), Stream.of(cell));
            BitSet takes = takes(cell, samples, inputs);
            boolean onlyUnknown =
                    takes.cardinality() == 1 && samples.get(takes.nextSetBit(0)) == null && !cell.contains("null");
            if (!cell.contains("(") && (takes.isEmpty() || onlyUnknown)) {
                faults.add(at(row, column) + "'" + cell
                        + "' takes no value, so the row would never count. Text stands in quotes, such as \"high\".");
            }
        }
    }

    /** For each row and column, which of the column's samples the cell takes; of a very long table not of all. */
    private List<List<BitSet>> taken(Table table, BuildTable known, Map<String, Object> inputs) {
        List<List<@Nullable Object>> samples = IntStream.range(0, table.inputs().size())
                .mapToObj(i -> Samples.of(
                                type(table.inputs().get(i), known),
                                table.rows().stream().map(row -> cell(row.inputs(), i)))
                        .stream()
                        .limit(MOST_SAMPLES)
                        .collect(Collectors.toList()))
                .toList();
        Map<String, BitSet> read = new HashMap<>();
        List<List<BitSet>> all = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<BitSet> ofRow = new ArrayList<>();
            for (int i = 0; i < table.inputs().size(); i++) {
                int column = i;
                String cell = cell(row.inputs(), i);
                ofRow.add(read.computeIfAbsent(i + cell, it -> takes(cell, samples.get(column), inputs)));
            }
            all.add(ofRow);
        }
        return all;
    }

    private BitSet takes(String cell, List<@Nullable Object> samples, Map<String, Object> inputs) {
        BitSet takes = new BitSet(samples.size());
        if (cell.isEmpty() || cell.equals("-")) {
            takes.set(0, samples.size());
            return takes;
        }
        for (int i = 0; i < samples.size(); i++) {
            try {
                takes.set(i, cells.matches(cell, samples.get(i), inputs));
            } catch (IllegalArgumentException e) {
                // a cell that cannot compare with this value does not take it
            }
        }
        return takes;
    }

    private @Nullable Map<String, @Nullable Object> outputs(
            Table table, Table.Row row, Map<String, Object> inputs, List<String> faults) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        boolean all = true;
        for (int i = 0; i < table.outputs().size(); i++) {
            Table.Column column = table.outputs().get(i);
            String cell = cell(row.outputs(), i);
            Object value = cell.isEmpty() ? null : value(cell, inputs);
            said.put(column.name(), value);
            if (value == null && !cell.isEmpty()) {
                all = false;
                faults.add(at(row, column) + "'" + cell + "' means nothing. Text and durations stand in quotes, such as"
                        + " \"PT1H\"; for never, or for nobody, leave the cell empty.");
            }
        }
        return all ? said : null;
    }

    private @Nullable Object value(String cell, Map<String, Object> inputs) {
        try {
            return cells.value(cell, inputs);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void tried(Table table, Table.Row row, Map<String, @Nullable Object> said, List<String> faults) {
        readers.orderedStream()
                .filter(reader -> reader.decisions().contains(table.key()))
                .flatMap(reader -> tried(reader, table.key(), said).stream())
                .limit(1)
                .map(sentence -> row.called() + ": " + sentence + ".")
                .forEach(faults::add);
    }

    private static List<String> tried(ReadsDecision reader, String key, Map<String, @Nullable Object> said) {
        try {
            reader.tryRow(key, said);
            return List.of();
        } catch (IllegalArgumentException | ClassCastException e) {
            return List.of(withoutStop(String.valueOf(e.getMessage())));
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static void overlaps(Table table, List<List<BitSet>> taken, List<String> faults) {
        for (int i = 0; i < table.rows().size(); i++) {
            for (int j = i + 1; j < table.rows().size(); j++) {
                Table.Row one = table.rows().get(i);
                Table.Row other = table.rows().get(j);
                boolean says = table.hitPolicy().equals("ANY") && one.outputs().equals(other.outputs());
                if (!says && meet(taken.get(i), taken.get(j))) {
                    faults.add("its hit policy is " + capital(table.hitPolicy()) + ", and " + one.called() + " and "
                            + other.called() + " can match at once; then nobody knows which one counts. Choose the hit"
                            + " policy First, so that the row that stands higher counts.");
                    return;
                }
            }
        }
    }

    private static boolean meet(List<BitSet> one, List<BitSet> other) {
        return IntStream.range(0, one.size()).allMatch(i -> one.get(i).intersects(other.get(i)));
    }

    private static String type(Table.Column column, BuildTable known) {
        String handedIn = known.inputs().get(column.name());
        return handedIn == null ? column.type() : handedIn;
    }

    private static String cell(List<String> cells, int i) {
        return i < cells.size() ? cells.get(i) : "";
    }

    private static String at(Table.Row row, Table.Column column) {
        return row.called() + ", column '" + column.label() + "': ";
    }

    private static String capital(String policy) {
        return Stream.of(policy.split(" "))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
