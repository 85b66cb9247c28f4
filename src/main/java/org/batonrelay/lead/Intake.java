package org.batonrelay.lead;

import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Takes a lead in: checks it, and finds the running relay it belongs to or gives it a reference. */
@Component
public class Intake {

    /** @param joined whether the lead belongs to a relay that is still open, whose reference this then is */
    public record Taken(LeadReference reference, boolean joined) {}

    /**
     * Writes lead, contact, facts and ledger in the caller's transaction. Whoever brings the same organisation at the
     * same time waits until that transaction has ended: start the relay in it.
     *
     * @param by who captured it, for the ledger
     * @throws InvalidLead when it cannot be taken as it is
     */
    public Taken take(NewLead lead, String by) {
        throw new UnsupportedOperationException("lead helper");
    }
}
