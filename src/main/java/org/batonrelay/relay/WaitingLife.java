package org.batonrelay.relay;

import org.batonrelay.baton.SignOfLife;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** A lead that no relay could begin for is under way: it is tried again until one can. */
@Component
class WaitingLife implements SignOfLife {

    private final WaitingLeads waiting;

    WaitingLife(WaitingLeads waiting) {
        this.waiting = waiting;
    }

    @Override
    public boolean isUnderWay(LeadReference reference) {
        return waiting.isWaiting(reference);
    }

    @Override
    public boolean needsNoProcess() {
        return true;
    }
}
