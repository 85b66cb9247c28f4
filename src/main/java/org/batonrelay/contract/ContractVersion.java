package org.batonrelay.contract;

import java.time.Instant;
import org.batonrelay.ledger.LeadReference;

/**
 * A text of the contract: a file of the lead that somebody has marked as such.
 *
 * @param number from 1 on; the highest one counts
 * @param author who has marked it, a user id
 * @param reason what it is, or what has changed
 */
public record ContractVersion(
        LeadReference reference,
        int number,
        String fileId,
        String name,
        String author,
        String reason,
        Instant addedAt) {

    /** Where it opens for whoever may see the lead. */
    String link(String baseUrl) {
        return baseUrl + "/leads/" + reference.value() + "/files/" + fileId;
    }
}
