package org.batonrelay.relay;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The holder hears that it is their turn; the next time a manager does. */
@Component
class RemindHolder implements JavaDelegate {

    private final LegWatch watch;

    RemindHolder(LegWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String since = Variables.text(execution, LegVariables.QUIET_SINCE);
        watch.remind(
                Variables.reference(execution),
                Variables.text(execution, Variables.LEG),
                Instant.parse(since),
                execution.getId());
        execution.setVariable(LegVariables.REMINDED_OF, since);
    }
}
