package org.batonrelay.engine.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.engine.deployment.BuildTable;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.jspecify.annotations.Nullable;

/** Which rule of a table has fired: the engine tells it to its history only, and not to whoever asked. */
public class FiredRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<@Nullable String> last = new ThreadLocal<>();
    private final ThreadLocal<@Nullable String> fault = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        List<DmnEvaluatedDecisionRule> rules = event.getMatchingRules();
        last.set(rules.isEmpty() ? null : rules.get(0).getId());
        fault.set(fault(event.getDecisionTable(), rules));
    }

    /** A cell that somebody has filled and that means nothing must not be taken for an empty one. */
    private static @Nullable String fault(DmnDecision decision, List<DmnEvaluatedDecisionRule> fired) {
        if (!(decision.getDecisionLogic() instanceof DmnDecisionTableImpl table)) {
            return null;
        }
        Set<String> columns = table.getOutputs().stream()
                .map(DmnDecisionTableOutputImpl::getOutputName)
                .collect(Collectors.toSet());
        Optional<BuildTable> known = BuildTable.of(decision.getKey());
        if (known.filter(it -> it.isRenamed(columns)).isPresent()) {
            return "its columns are " + String.join(", ", columns) + ", and Baton reads "
                    + String.join(", ", known.get().outputs().keySet());
        }
        for (DmnEvaluatedDecisionRule rule : fired) {
            for (DmnDecisionTableRuleImpl drawn : table.getRules()) {
                if (drawn.getId().equals(rule.getId())) {
                    Optional<String> nothing = nothing(table, drawn, rule);
                    if (nothing.isPresent()) {
                        return nothing.get();
                    }
                }
            }
        }
        return null;
    }

    private static Optional<String> nothing(
            DmnDecisionTableImpl table, DmnDecisionTableRuleImpl drawn, DmnEvaluatedDecisionRule fired) {
        for (int i = 0; i < table.getOutputs().size(); i++) {
            String column = table.getOutputs().get(i).getOutputName();
            String said = drawn.getConclusions().get(i).getExpression();
            DmnEvaluatedOutput output = fired.getOutputEntries().get(column);
            boolean isFilled = said != null && !said.isBlank();
            if (isFilled && (output == null || output.getValue().getValue() == null)) {
                return Optional.of("'" + said.strip() + "' in the column " + column
                        + " means nothing; text stands in quotes, and a cell for never is empty");
            }
        }
        return Optional.empty();
    }

    /** What cannot be read in the rules that have fired in the table that this thread has evaluated last. */
    @Nullable
    String fault() {
        return fault.get();
    }

    /** Of the table that this thread has evaluated last. */
    @Nullable
    String last() {
        return last.get();
    }
}
