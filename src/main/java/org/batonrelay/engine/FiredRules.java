package org.batonrelay.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.jspecify.annotations.Nullable;

/** Which rule of a table has fired: the engine tells it to its history only, and not to whoever asked. */
class FiredRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<@Nullable String> last = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        List<DmnEvaluatedDecisionRule> rules = event.getMatchingRules();
        last.set(rules.isEmpty() ? null : rules.get(0).getId());
    }

    /** Of the table that this thread has evaluated last. */
    @Nullable
    String last() {
        return last.get();
    }
}
