package org.batonrelay.handoff;

import java.util.List;
import org.batonrelay.lead.Priority;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts together what is known, and finds what the giver must still say. */
@Component
class AssembleBrief implements JavaDelegate {

    private final Briefs briefs;

    AssembleBrief(Briefs briefs) {
        this.briefs = briefs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> missing = briefs.assemble(
                Variables.reference(execution),
                Exchange.of(Variables.text(execution, Variables.EXCHANGE)),
                Priority.of(Variables.text(execution, Variables.PRIORITY)));
        execution.setVariable(HandoffVariables.ASKED, String.join(",", missing));
    }
}
