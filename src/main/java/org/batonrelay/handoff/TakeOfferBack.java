package org.batonrelay.handoff;

import java.util.Optional;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has taken the baton in time: what was offered to a partner comes back, to be offered in-house. */
@Component
class TakeOfferBack implements JavaDelegate {

    private final Ladder ladder;

    TakeOfferBack(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Holder> next = ladder.takeBack(Variables.reference(execution));
        execution.setVariable(HandoffVariables.WAS_PARTNERS, next.isPresent());
        next.map(Holder::value).ifPresent(it -> execution.setVariable(HandoffVariables.RECEIVER, it));
    }
}
