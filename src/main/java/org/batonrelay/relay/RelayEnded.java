package org.batonrelay.relay;

import org.batonrelay.baton.Baton;
import org.batonrelay.ledger.LeadReference;

/**
 * A relay has come to rest: everybody puts away what of theirs still waits. Published in the transaction that ends it.
 *
 * @param outcome {@code FINISHED}, {@code CLOSED} or {@code RECYCLED}
 */
public record RelayEnded(LeadReference reference, Baton.State outcome) {}
