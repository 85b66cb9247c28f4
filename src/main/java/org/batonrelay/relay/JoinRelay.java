package org.batonrelay.relay;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A further contact of an organisation whose relay runs: its holder hears of it; a recycled lead wakes. */
@Component
class JoinRelay implements JavaDelegate {

    private final Relays relays;

    JoinRelay(Relays relays) {
        this.relays = relays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        relays.touched(Variables.reference(execution));
    }
}
