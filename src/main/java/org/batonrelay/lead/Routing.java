package org.batonrelay.lead;

import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Picks the team for a lead by the decision {@code lead-routing}. */
@Component
public class Routing {

    /** @param receiver a user id, or {@code group:} and a group id */
    public record Route(String receiver, Priority priority) {}

    public Route route(LeadReference reference, String executionId) {
        throw new UnsupportedOperationException("lead helper");
    }
}
