package org.batonrelay.relay;

import java.time.LocalDate;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** All batons; the only place where a holder changes. Every change is on the ledger in the same transaction. */
@Component
public class Batons {

    public Optional<Baton> find(LeadReference reference) {
        throw new UnsupportedOperationException("relay");
    }

    /** @throws IllegalArgumentException when there is none */
    public Baton get(LeadReference reference) {
        return find(reference).orElseThrow(() -> new IllegalArgumentException("no baton " + reference));
    }

    /**
     * Gives the baton to somebody else: holder, {@code holder.changed}, the variable {@code holder} of every running
     * process of the lead, and the open tasks of the previous holder. Nothing when they hold it already.
     */
    public void pass(LeadReference reference, Holder to, String why) {
        throw new UnsupportedOperationException("relay");
    }

    public void startLeg(LeadReference reference, Leg leg) {
        throw new UnsupportedOperationException("relay");
    }

    public void finishLeg(LeadReference reference, String outcome) {
        throw new UnsupportedOperationException("relay");
    }

    /** Raises a flag; nothing when it flies already. */
    public void raise(LeadReference reference, Flag flag, String why) {
        throw new UnsupportedOperationException("relay");
    }

    /** Clears a flag; nothing when it does not fly. */
    public void clear(LeadReference reference, Flag flag, String why) {
        throw new UnsupportedOperationException("relay");
    }

    /** Somebody did something for the lead: the leg's clock starts anew. */
    public void touch(LeadReference reference) {
        throw new UnsupportedOperationException("relay");
    }

    public void agreeNextStep(LeadReference reference, String what, LocalDate on) {
        throw new UnsupportedOperationException("relay");
    }

    /** Records that somebody left the process. */
    public void recordDeparture(LeadReference reference, String what, String why) {
        throw new UnsupportedOperationException("relay");
    }
}
