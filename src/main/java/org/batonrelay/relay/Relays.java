package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Variables;
import org.batonrelay.engine.Attempt;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Capture;
import org.batonrelay.lead.Greeting;
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
    private final Attempt attempt;
    private final KeepLead kept;
    private final LostRelays lost;

    Relays(@Lazy RuntimeService runtime, Batons batons, Attempt attempt, KeepLead kept, LostRelays lost) {
        this.runtime = runtime;
        this.batons = batons;
        this.attempt = attempt;
        this.kept = kept;
        this.lost = lost;
    }

    /**
     * Starts the relay of a lead, or joins the running one of its organisation. Where no relay can begin, the lead is
     * kept and waits until one can.
     */
    @Override
    public Captured capture(NewLead lead) {
        return capture(lead, Greeting.THANKS);
    }

    @Override
    public Captured capture(NewLead lead, Greeting greeting) {
        return startOrKeep(
                lead, greeting == Greeting.THANKS ? Map.of() : Map.of(RelayVariables.GREETING, greeting.id()));
    }

    /**
     * The same for a customer's further interest.
     *
     * @param nextSteps what was agreed with them
     */
    LeadReference captureOfCustomer(NewLead lead, String nextSteps) {
        return startOrKeep(lead, Map.of(RelayVariables.NEXT_STEPS, nextSteps)).reference();
    }

    private Captured startOrKeep(NewLead lead, Map<String, Object> more) {
        try {
            return attempt.at(() -> start(lead, more));
        } catch (RuntimeException e) {
            if (!KeepLead.canKeep(e)) {
                throw e;
            }
            Captured captured = kept.keep(lead, (String) more.get(RelayVariables.NEXT_STEPS), e);
            if (captured.joined()) {
                wake(captured.reference());
            }
            return captured;
        }
    }

    /** The lead and its holder's notice are in; that a recycled one sleeps on is told by nobody, and loses nothing. */
    private void wake(LeadReference reference) {
        try {
            attempt.at(() -> {
                touched(reference);
                return true;
            });
        } catch (RuntimeException e) {
            if (!KeepLead.canKeep(e)) {
                throw e;
            }
        }
    }

    /** Starts the relay of a lead that was kept. */
    void begin(LeadReference reference) {
        runtime.createProcessInstanceByKey("relay")
                .setVariable(RelayVariables.KEPT, reference.value())
                .execute();
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
