package org.batonrelay.mending;

import java.util.EnumSet;
import java.util.Set;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.hands.ChangedByHand;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.LostRelays;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A process of a lead was changed by hand, in Cockpit or over REST: a departure. Where nothing is left of the relay, it
 * was given up that way, and is put away as any other.
 */
@Component
class RelayByHand {

    private static final Set<Baton.State> ENDED = EnumSet.of(Baton.State.FINISHED, Baton.State.CLOSED);

    /** Whoever takes the question from the managers has closed nothing: it is asked again. */
    private static final String MENDING = "mend-relay";

    private final Batons batons;
    private final LostRelays lost;
    private final Life life;

    RelayByHand(Batons batons, LostRelays lost, Life life) {
        this.batons = batons;
        this.lost = lost;
        this.life = life;
    }

    @EventListener
    void on(ChangedByHand change) {
        CurrentActor.as(change.by(), () -> {
            record(change);
            return change;
        });
    }

    private void record(ChangedByHand change) {
        if (change.businessKey() == null || !LeadReference.isOne(change.businessKey())) {
            return;
        }
        LeadReference reference = new LeadReference(change.businessKey());
        batons.find(reference).ifPresent(baton -> {
            String what = change.what() + " " + change.process();
            batons.recordDeparture(reference, what + " by hand", "done by " + change.by() + ", past its tasks");
            if (!ENDED.contains(baton.state())
                    && !change.process().equals(MENDING)
                    && life.look(reference).filter(Life.Parted::nothingLeft).isPresent()) {
                lost.closedByHand(reference, what + " by hand");
            }
        });
    }
}
