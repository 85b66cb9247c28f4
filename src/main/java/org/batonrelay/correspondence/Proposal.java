package org.batonrelay.correspondence;

import org.batonrelay.ledger.LeadReference;

/** Somebody whom a client has copied into a mail, and who is no contact of the lead yet. */
public record Proposal(String id, LeadReference reference, String messageId, String name, String email) {}
