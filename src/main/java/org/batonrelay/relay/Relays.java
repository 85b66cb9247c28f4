package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Capture;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The relay in business words. Every method is one transaction, joining the caller's. */
@Component
@Transactional
public class Relays implements Capture {

    private final RuntimeService runtime;
    private final Batons batons;
    private final LostRelays lost;

    Relays(@Lazy RuntimeService runtime, Batons batons, LostRelays lost) {
        this.runtime = runtime;
        this.batons = batons;
        this.lost = lost;
    }

    /** Starts the relay of a lead, or joins the running one of its organisation. */
    @Override
    public Captured capture(NewLead lead) {
        return start(lead, Map.of());
    }

    /**
     * The same for a customer's further interest.
     *
     * @param nextSteps what was agreed with them
     */
    LeadReference captureOfCustomer(NewLead lead, String nextSteps) {
        return start(lead, Map.of(RelayVariables.NEXT_STEPS, nextSteps)).reference();
    }

    private Captured start(NewLead lead, Map<String, Object> more) {
        VariableMap variables = runtime.createProcessInstanceByKey("relay")
                .setVariable(
                        RelayVariables.NEW_LEAD, org.camunda.bpm.engine.variable.Variables.untypedValue(lead, true))
                .setVariables(more)
                .executeWithVariablesInReturn()
                .getVariables();
        return new Captured(
                new LeadReference(variables.getValue(Variables.REFERENCE, String.class)),
                variables.getValue(RelayVariables.JOINED, Boolean.class));
    }

    /**
     * Ends a relay from wherever it is, by its one path; nothing of it stays alive. One that has lost its process is
     * closed all the same.
     *
     * @throws Refusal when it has ended already
     */
    public void close(LeadReference reference, String reason) {
        Baton.State state = batons.get(reference).state();
        if (state == Baton.State.FINISHED || state == Baton.State.CLOSED) {
            throw new Refusal("The lead " + reference + " is " + state.id() + " already; there is nothing to close.");
        }
        if (!lost.canBeToldToClose(reference)) {
            lost.close(reference, reason);
            return;
        }
        try {
            runtime.createMessageCorrelation("closeRelay")
                    .processInstanceBusinessKey(reference.value())
                    .setVariable(RelayVariables.REASON, reason)
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw new Refusal("The lead " + reference + " has just been closed by somebody else.");
        }
    }

    /** The client has come back: a recycled relay wakes; a running one goes on as it was. */
    void touched(LeadReference reference) {
        runtime.createMessageCorrelation("leadTouched")
                .processInstanceBusinessKey(reference.value())
                .correlateAll();
    }
}
