package org.batonrelay.relay;

import org.batonrelay.baton.Leg;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whether a running lead can go back to the leg before. It runs on the models that it began with, and forms are always
 * the newest: what no flow of those models asks for would be taken for something else.
 */
@Component
public class WayBack {

    private static final String ASKED_FOR = "'" + SendingBack.OUTCOME + "'";

    private final RuntimeService runtime;

    WayBack(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param leg an execution of the leg's process */
    public boolean isDrawn(DelegateExecution leg) {
        DelegateExecution calledBy = leg.getProcessInstance().getSuperExecution();
        return asks(leg) && (calledBy == null || asks(calledBy));
    }

    /**
     * @param outcome what somebody chose; only {@link SendingBack#OUTCOME} is looked at
     * @throws Refusal where there is no way back, with a sentence that says what to do instead
     */
    public void check(DelegateExecution leg, String outcome) {
        if (outcome.equals(SendingBack.OUTCOME) && !isDrawn(leg)) {
            throw notDrawn();
        }
    }

    /** Whether the relay is in this leg now, and not already passing the lead on. */
    public boolean isRunning(LeadReference reference, Leg leg) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(reference.value())
                        .activityId(leg.id())
                        .count()
                > 0;
    }

    /** What somebody hears who wants to go back where nothing does. */
    public Refusal notDrawn() {
        return new Refusal("This lead runs on an older model, in which nothing goes back to the leg before. "
                + "Ask whoever ran it (\"Ask an earlier runner\" in the tab Lead), or choose something else.");
    }

    private static boolean asks(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementsByType(ConditionExpression.class).stream()
                .anyMatch(condition -> condition.getTextContent().contains(ASKED_FOR));
    }
}
