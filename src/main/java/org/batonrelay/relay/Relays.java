package org.batonrelay.relay;

import org.batonrelay.lead.Capture;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** The relay in business words. Every method is one transaction, joining the caller's. */
@Component
public class Relays implements Capture {

    @Override
    public Captured capture(NewLead lead) {
        throw new UnsupportedOperationException("relay");
    }

    /** Ends a relay from wherever it is, by its one path; nothing of it stays alive. */
    public void close(LeadReference reference, String reason) {
        throw new UnsupportedOperationException("relay");
    }
}
