package org.batonrelay.backward;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Variables;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Gives a process that a start form began the business key and the variables that every process of a lead carries. */
@Component
class LeadOfProcess {

    private final Leads leads;
    private final Batons batons;

    LeadOfProcess(Leads leads, Batons batons) {
        this.leads = leads;
        this.batons = batons;
    }

    void introduce(LeadReference reference, DelegateExecution execution) {
        Lead lead = leads.get(reference);
        Baton baton = batons.get(reference);
        execution.setProcessBusinessKey(reference.value());
        Variables.set(
                execution,
                Map.of(
                        Variables.REFERENCE, reference.value(),
                        Variables.ORGANISATION, lead.organisation(),
                        Variables.LEG, baton.leg().id(),
                        Variables.HOLDER, baton.holder().value(),
                        Variables.PRIORITY, lead.priority().id()));
    }
}
