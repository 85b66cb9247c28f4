package org.batonrelay.lead;

import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Repository;

/** All leads ever captured. */
@Repository
public class Leads {

    public Optional<Lead> find(LeadReference reference) {
        throw new UnsupportedOperationException("lead helper");
    }

    /** @throws IllegalArgumentException when there is none */
    public Lead get(LeadReference reference) {
        return find(reference).orElseThrow(() -> new IllegalArgumentException("no lead " + reference));
    }
}
