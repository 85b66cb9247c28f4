package org.batonrelay.relay;

import static org.batonrelay.baton.Variables.isTrue;

import java.util.Map;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes the lead in, from a program or from the start form, and gives the instance its business key. The transaction
 * is that of whoever brought the lead: answered is stored.
 */
@Component
class CaptureLead implements JavaDelegate {

    private final Admission admission;

    CaptureLead(Admission admission) {
        this.admission = admission;
    }

    private Admission.Admitted admitted(DelegateExecution execution) {
        String kept = Variables.textOrNull(execution, RelayVariables.KEPT);
        if (kept != null) {
            execution.removeVariable(RelayVariables.KEPT);
            return admission.ofKept(new LeadReference(kept));
        }
        return admission.admit(
                ReportedLead.in(execution),
                ReportedLead.note(execution),
                ReportedLead.nextSteps(execution),
                isTrue(execution, "keepIt"),
                Variables.textOrNull(execution, RelayVariables.HAND_TO),
                CurrentActor.name());
    }

    @Override
    public void execute(DelegateExecution execution) {
        Admission.Admitted admitted = admitted(execution);
        execution.setProcessBusinessKey(admitted.reference().value());
        ReportedLead.forget(execution);
        Variables.set(
                execution,
                Map.of(
                        Variables.REFERENCE, admitted.reference().value(),
                        Variables.ORGANISATION, admitted.organisation(),
                        Variables.LEG, Leg.CAPTURE.id(),
                        Variables.HOLDER, admitted.holder().value(),
                        Variables.FLAGS, "",
                        Variables.PRIORITY, admitted.priority().id(),
                        RelayVariables.JOINED, admitted.joined(),
                        RelayVariables.FINDER_KEEPS, admitted.finderKeeps(),
                        RelayVariables.CUSTOMER, admitted.customer(),
                        RelayVariables.CONTACT_LATER, admitted.contactAt() != null));
        execution.setVariable(RelayVariables.CONTACT_AT, admitted.contactAt());
    }
}
