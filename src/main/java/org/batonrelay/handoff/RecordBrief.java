package org.batonrelay.handoff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the giver has said, so that nobody is asked for it again. */
@Component
class RecordBrief implements JavaDelegate {

    private final Briefs briefs;

    RecordBrief(Briefs briefs) {
        this.briefs = briefs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Exchange exchange = Exchange.of(Variables.text(execution, Variables.EXCHANGE));
        Map<String, String> said = new LinkedHashMap<>();
        for (String field : briefs.fields(exchange)) {
            String value = Variables.textOrNull(execution, field);
            if (value != null) {
                said.put(field, value);
            }
        }
        briefs.record(Variables.reference(execution), exchange, said, CurrentActor.name());
        execution.setVariable(HandoffVariables.ASKED, "");
    }
}
