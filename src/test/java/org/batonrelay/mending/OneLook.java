package org.batonrelay.mending;

import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** One lead's part of a round of the check, for tests of other rooms. */
@Component
public class OneLook {

    private final PartedRelays relays;

    OneLook(PartedRelays relays) {
        this.relays = relays;
    }

    public void at(LeadReference reference) {
        relays.look(reference);
    }
}
