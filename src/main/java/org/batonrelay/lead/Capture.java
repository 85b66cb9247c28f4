package org.batonrelay.lead;

import org.batonrelay.ledger.LeadReference;

/**
 * The one way in for a new lead on every channel. Channels are this room's; the relay that they start is another's,
 * which therefore implements this.
 */
public interface Capture {

    /** @param joined whether the lead's organisation was already in a running relay, which it joined */
    record Captured(LeadReference reference, boolean joined) {}

    /**
     * Starts the relay of a lead, or joins the running one of its organisation; one transaction, joining the caller's.
     *
     * @throws InvalidLead when the lead cannot be taken as it is
     */
    default Captured capture(NewLead lead) {
        return capture(lead, Greeting.THANKS);
    }

    /** The same, with what the client is written when the relay starts. */
    Captured capture(NewLead lead, Greeting greeting);
}
