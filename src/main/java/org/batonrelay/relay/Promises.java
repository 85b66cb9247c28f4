package org.batonrelay.relay;

import java.time.LocalDate;
import java.util.List;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Every promise of every lead. */
@Repository
public class Promises {

    /** Oldest first. */
    public List<Promise> of(LeadReference reference) {
        throw new UnsupportedOperationException("relay");
    }

    public Promise get(String id) {
        throw new UnsupportedOperationException("relay");
    }

    /** Writes a promise down, {@code promise.made}, and tells a running onboarding; the same text is made only once. */
    public Promise make(
            LeadReference reference,
            @Nullable String summaryId,
            String what,
            String side,
            String owner,
            LocalDate dueOn) {
        throw new UnsupportedOperationException("relay");
    }

    public void keep(String id) {
        throw new UnsupportedOperationException("relay");
    }

    public void move(String id, LocalDate to, String why) {
        throw new UnsupportedOperationException("relay");
    }

    public void drop(String id, String why) {
        throw new UnsupportedOperationException("relay");
    }
}
