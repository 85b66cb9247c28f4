package org.batonrelay.relay;

import org.batonrelay.baton.Batons;
import org.batonrelay.baton.RunningProcesses;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a relay away that cannot take its one path any more, because its process is gone or stands still. */
@Component
@Transactional
public class LostRelays {

    static final String CLOSE = "closeRelay";

    private final Batons batons;
    private final RelayWays ways;
    private final RunningProcesses running;
    private final Errands errands;

    LostRelays(Batons batons, RelayWays ways, RunningProcesses running, Errands errands) {
        this.batons = batons;
        this.ways = ways;
        this.running = running;
        this.errands = errands;
    }

    boolean canBeToldToClose(LeadReference reference) {
        return running.isListening(reference, CLOSE);
    }

    /**
     * Marketing hears why, as of every relay that is closed.
     *
     * @throws Refusal when somebody else was faster
     */
    void close(LeadReference reference, String reason) {
        if (!batons.keepOpen(reference)) {
            throw new Refusal("The lead " + reference + " has just been closed by somebody else.");
        }
        running.endRelay(reference, reason);
        ways.close(reference, reason);
        errands.later(null, LostRelayNotice.NAME, new LostRelayNotice.Lost(reference, reason));
    }

    /** The same by an administrator: whoever held it has not closed it, and hears of it as well. */
    public void closedByHand(LeadReference reference, String what) {
        close(reference, what);
        errands.later(null, ClosedByHandNotice.NAME, new ClosedByHandNotice.Closed(reference, what));
    }
}
