package org.batonrelay.correspondence;

import java.time.Instant;
import org.batonrelay.ledger.LeadReference;

/** Something one of us has written down for the others; no client ever reads it. */
public record Note(String id, LeadReference reference, String author, String text, Instant at) {}
