package org.batonrelay.relay;

import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** The relay in business words. Every method is one transaction, joining the caller's. */
@Component
public class Relays {

    /** @param joined whether the lead's organisation was already in a running relay, which it joined */
    public record Captured(LeadReference reference, boolean joined) {}

    /** Starts the relay of a lead, or joins the running one of its organisation. */
    public Captured capture(NewLead lead) {
        throw new UnsupportedOperationException("relay");
    }

    /** Ends a relay from wherever it is, by its one path; nothing of it stays alive. */
    public void close(LeadReference reference, String reason) {
        throw new UnsupportedOperationException("relay");
    }
}
