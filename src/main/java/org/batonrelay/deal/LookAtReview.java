package org.batonrelay.deal;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Is legal in time? */
@Component
class LookAtReview implements JavaDelegate {

    private final Legal legal;

    LookAtReview(Legal legal) {
        this.legal = legal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String remindedOf = Variables.textOrNull(execution, DealVariables.REMINDED_OF);
        Legal.Look look = legal.look(
                Variables.text(execution, DealVariables.REVIEW_ID),
                Variables.priority(execution),
                remindedOf == null ? null : Instant.parse(remindedOf),
                execution.getId());
        Map<String, Object> found = new HashMap<>();
        found.put(DealVariables.WATCH_SAYS, look.watch().says().id());
        found.put(DealVariables.NOTHING_HEARD_AT, Date.from(look.watch().nextLook()));
        found.put(DealVariables.SILENT_SINCE, look.since().toString());
        found.put(DealVariables.MANAGER_GROUP, look.managerGroup());
        Variables.set(execution, found);
    }
}
