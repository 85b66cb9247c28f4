package org.batonrelay.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * A decision table as it comes with this build: what Baton hands in, and which columns it reads.
 *
 * @param inputs the types of what is handed in, by its names, such as {@code integer}
 * @param outputs the types of the columns, by their names
 * @param takesAll whether all rules that match count, and not just one
 */
public record BuildTable(Map<String, String> inputs, Map<String, String> outputs, boolean takesAll) {

    /** Columns that came to a table later: one that was written before does without. */
    private static final Set<String> LATER = Set.of("tellClientAfter", "phase", "opensAfter", "kind");

    private static final Map<String, Optional<BuildTable>> KNOWN = new ConcurrentHashMap<>();

    /** Empty for a decision that Baton does not ask. */
    public static Optional<BuildTable> of(String decision) {
        return KNOWN.computeIfAbsent(
                decision,
                key -> BuildFile.all().stream()
                        .filter(file -> file.fileName().equals(key + ".dmn"))
                        .findFirst()
                        .map(BuildTable::read));
    }

    /** The columns that every version must have. */
    public Set<String> required() {
        return outputs.keySet().stream().filter(name -> !LATER.contains(name)).collect(Collectors.toSet());
    }

    /**
     * Whether columns of this table were renamed: Baton reads the old name, and would take what it does not find for
     * an empty cell.
     *
     * @param columns of some version of it
     */
    public boolean isRenamed(Set<String> columns) {
        return !outputs.keySet().containsAll(columns) && !columns.containsAll(outputs.keySet());
    }

    private static BuildTable read(BuildFile file) {
        DecisionTable table = (DecisionTable) Dmn.readModelFromStream(new ByteArrayInputStream(file.content()))
                .getModelElementsByType(Decision.class)
                .iterator()
                .next()
                .getExpression();
        Map<String, String> inputs = new LinkedHashMap<>();
        table.getInputs()
                .forEach(input -> inputs.put(
                        input.getInputExpression().getText().getTextContent().strip(),
                        String.valueOf(input.getInputExpression().getTypeRef())));
        Map<String, String> outputs = new LinkedHashMap<>();
        table.getOutputs().forEach(output -> outputs.put(output.getName(), String.valueOf(output.getTypeRef())));
        return new BuildTable(inputs, outputs, table.getHitPolicy() == HitPolicy.COLLECT);
    }
}
