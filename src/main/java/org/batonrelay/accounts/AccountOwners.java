package org.batonrelay.accounts;

import java.util.Optional;
import org.batonrelay.ledger.LeadReference;

/** Who owns the account that a lead belongs to: they are offered its leads before anybody else. */
public interface AccountOwners {

    /** @return a user id of somebody whom the house still has; whether they are away is for the caller to ask */
    Optional<String> ownerOf(LeadReference reference);
}
