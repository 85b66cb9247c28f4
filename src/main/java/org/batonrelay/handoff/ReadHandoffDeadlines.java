package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads what the deadlines of the next offer are, as the process owner has them now. */
@Component
class ReadHandoffDeadlines implements JavaDelegate {

    private final DeadlineTable table;

    ReadHandoffDeadlines(DeadlineTable table) {
        this.table = table;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Deadlines deadlines = table.read(
                Variables.text(execution, Variables.EXCHANGE),
                Variables.text(execution, Variables.PRIORITY),
                execution.getId());
        execution.setVariable(HandoffVariables.DEADLINES, deadlines.toString());
    }
}
