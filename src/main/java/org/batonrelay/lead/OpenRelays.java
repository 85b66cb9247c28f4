package org.batonrelay.lead;

import java.util.Collection;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;

/** What capture and routing must know of batons, which another room keeps. Reads what the caller's transaction sees. */
public interface OpenRelays {

    /**
     * The lead among these whose relay has not ended, the newest where there are several. One that is recycled sleeps
     * and has not ended: a new contact wakes it.
     */
    Optional<LeadReference> findOpen(Collection<LeadReference> references);

    /**
     * The same of those that can go on: whoever joined another would be read by nobody. Such a one is with the managers,
     * and what comes meanwhile begins anew.
     */
    Optional<LeadReference> findAlive(Collection<LeadReference> references);

    /** The lead among these whose relay is finished, so that it is a customer's; the newest where there are several. */
    Optional<LeadReference> findCustomer(Collection<LeadReference> references);

    /** How many running batons these hold; a holder is a user id, or {@code group:} and a group id. */
    int heldBy(Collection<String> holders);
}
