package org.batonrelay.relay;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the holder done anything since? */
@Component
class LookAtLeg implements JavaDelegate {

    private final LegWatch watch;

    LookAtLeg(LegWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String remindedOf = Variables.textOrNull(execution, LegVariables.REMINDED_OF);
        LegWatch.Look look = watch.look(
                Variables.reference(execution),
                Variables.text(execution, Variables.LEG),
                remindedOf == null ? null : Instant.parse(remindedOf),
                execution.getId());
        Variables.set(
                execution,
                Map.of(
                        LegVariables.WATCH_SAYS, look.watch().says().id(),
                        LegVariables.NOTHING_DONE_AT, Date.from(look.watch().nextLook()),
                        LegVariables.QUIET_SINCE, look.since().toString(),
                        LegVariables.MANAGER_GROUP, look.managerGroup()));
    }
}
