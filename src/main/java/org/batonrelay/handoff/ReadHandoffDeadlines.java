package org.batonrelay.handoff;

import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads what the deadlines of the next offer are, as the process owner has them now. */
@Component
class ReadHandoffDeadlines implements JavaDelegate {

    private final DeadlineTable table;
    private final Receivers receivers;

    ReadHandoffDeadlines(DeadlineTable table, Receivers receivers) {
        this.table = table;
        this.receivers = receivers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String exchange = Variables.text(execution, Variables.EXCHANGE);
        Holder receiver = new Holder(Variables.text(execution, HandoffVariables.RECEIVER));
        Deadlines deadlines = table.read(
                exchange,
                Variables.text(execution, Variables.PRIORITY),
                receivers.team(receiver, Exchange.of(exchange)),
                execution.getId());
        execution.setVariable(HandoffVariables.DEADLINES, deadlines.toString());
    }
}
