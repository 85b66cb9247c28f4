package org.batonrelay.mending;

import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Of a relay that has come to rest nothing is to be mended any more. */
@Component
class WithdrawMending {

    private final MendingProcess process;

    WithdrawMending(MendingProcess process) {
        this.process = process;
    }

    @EventListener
    void on(RelayEnded relay) {
        process.withdraw(relay.reference());
    }
}
