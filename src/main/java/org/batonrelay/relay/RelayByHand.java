package org.batonrelay.relay;

import java.util.EnumSet;
import java.util.Set;
import org.batonrelay.engine.ChangedByHand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A process of a lead was changed by hand, in Cockpit or over REST: a departure. Where nothing is left of the relay, it
 * was given up that way, and is put away as any other.
 */
@Component
class RelayByHand {

    private static final Set<Baton.State> ENDED = EnumSet.of(Baton.State.FINISHED, Baton.State.CLOSED);

    private final Batons batons;
    private final RelayWays ways;
    private final RunningProcesses running;

    RelayByHand(Batons batons, RelayWays ways, RunningProcesses running) {
        this.batons = batons;
        this.ways = ways;
        this.running = running;
    }

    @EventListener
    void record(ChangedByHand change) {
        if (change.businessKey() == null) {
            return;
        }
        LeadReference reference = new LeadReference(change.businessKey());
        batons.find(reference).ifPresent(baton -> {
            String what = change.what() + " " + change.process();
            batons.recordDeparture(reference, what + " by hand", "done by " + change.by() + ", past its tasks");
            if (!ENDED.contains(baton.state()) && !running.hasRelay(reference)) {
                ways.close(reference, what + " by hand");
            }
        });
    }
}
