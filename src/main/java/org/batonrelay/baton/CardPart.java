package org.batonrelay.baton;

import java.util.Map;
import org.batonrelay.ledger.LeadReference;

/**
 * A room's part of the card, the read-only head of every form: the values it adds to the JSON variable {@code card}.
 * Values are texts, numbers, booleans, lists and maps of these; what is unknown is left out or says "unknown".
 */
public interface CardPart {

    Map<String, Object> of(LeadReference reference);
}
