package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Duration;
import org.batonrelay.baton.SignOfLife;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** A parked baton goes on as long as somebody looks for room every now and then. */
@Component
class ParkedLife implements SignOfLife {

    /** A look that is so late has come to grief. */
    private static final Duration LOST = Duration.ofMinutes(10);

    private final ParkedBatons parked;
    private final Clock clock;

    ParkedLife(ParkedBatons parked, Clock clock) {
        this.parked = parked;
        this.clock = clock;
    }

    @Override
    public boolean isUnderWay(LeadReference reference) {
        return parked.nextLookFor(reference)
                .filter(next -> next.isAfter(clock.instant().minus(LOST)))
                .isPresent();
    }
}
