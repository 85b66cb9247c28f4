package org.batonrelay.relay;

import org.batonrelay.ledger.LeadReference;

/**
 * A relay that had come to a standstill is about to be set going again: what still waits of the exchange before is put
 * away. Published in the transaction that does it.
 */
public record RelayBegunAnew(LeadReference reference) {}
