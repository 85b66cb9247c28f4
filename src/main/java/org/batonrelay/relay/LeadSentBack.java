package org.batonrelay.relay;

import org.batonrelay.ledger.LeadReference;

/**
 * A lead goes back to the leg before: what was begun for the leg it was in, such as meetings and reviews, is put away.
 * Published in the transaction that sends it back.
 */
public record LeadSentBack(LeadReference reference) {}
