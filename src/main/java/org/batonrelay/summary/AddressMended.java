package org.batonrelay.summary;

import org.batonrelay.ledger.LeadReference;

/** A contact to whom a summary could not be sent has an address that works. Published in the transaction that mends it. */
public record AddressMended(LeadReference reference, String contactId) {}
