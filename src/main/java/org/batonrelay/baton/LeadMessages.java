package org.batonrelay.baton;

import java.util.Map;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Messages to the processes of a lead, for rooms that know no engine. Each is delivered in the caller's transaction,
 * to all that wait for it: perhaps nobody does any more, and a mismatch would spoil that transaction.
 */
@Component
public class LeadMessages {

    private final RuntimeService runtime;
    private final Leads leads;
    private final Batons batons;

    LeadMessages(@Lazy RuntimeService runtime, Leads leads, Batons batons) {
        this.runtime = runtime;
        this.leads = leads;
        this.batons = batons;
    }

    /** Starts a process that runs beside the relay, with the variables that all processes of a lead share. */
    public void start(LeadReference reference, String message, Map<String, ?> variables) {
        Lead lead = leads.get(reference);
        Baton baton = batons.get(reference);
        to(reference, message)
                .setVariable(Variables.REFERENCE, reference.value())
                .setVariable(Variables.ORGANISATION, lead.organisation())
                .setVariable(Variables.LEG, baton.leg().id())
                .setVariable(Variables.HOLDER, baton.holder().value())
                .setVariable(Variables.PRIORITY, lead.priority().id())
                .setVariables(Map.copyOf(variables))
                .correlateStartMessage();
    }

    /** Tells every process of the lead that waits for this message. */
    public void tellAll(LeadReference reference, String message) {
        to(reference, message).correlateAll();
    }

    /**
     * Tells those that wait for this message with a variable of this value.
     *
     * @param news variables that they get with it
     * @return whether anybody waited
     */
    public boolean tell(LeadReference reference, String message, String variable, String value, Map<String, ?> news) {
        return !to(reference, message)
                .processInstanceVariableEquals(variable, value)
                .setVariables(Map.copyOf(news))
                .correlateAllWithResult()
                .isEmpty();
    }

    private MessageCorrelationBuilder to(LeadReference reference, String message) {
        return runtime.createMessageCorrelation(message).processInstanceBusinessKey(reference.value());
    }
}
