package org.batonrelay.relay;

import java.time.Clock;
import java.time.Duration;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Attempt;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Faults;
import org.batonrelay.ledger.LeadReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries every few minutes whether a lead that was kept can begin now. */
@Component
class BeginWaitingLead implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("begin-waiting-lead");

    private static final Logger LOG = LoggerFactory.getLogger(BeginWaitingLead.class);
    private static final int LONGEST_PAUSE_MINUTES = 3;

    private final WaitingLeads waiting;
    private final Batons batons;
    private final Relays relays;
    private final Attempt attempt;
    private final Errands errands;
    private final Clock clock;

    BeginWaitingLead(
            WaitingLeads waiting, Batons batons, Relays relays, Attempt attempt, Errands errands, Clock clock) {
        this.waiting = waiting;
        this.batons = batons;
        this.relays = relays;
        this.attempt = attempt;
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String written) {
        LeadReference reference = new LeadReference(written);
        boolean stillWaits = batons.find(reference)
                .filter(baton -> baton.state() == Baton.State.WAITING)
                .isPresent();
        if (stillWaits) {
            waiting.lock(reference).ifPresent(this::begin);
        } else {
            // closed meanwhile, or erased
            waiting.forget(reference);
        }
    }

    private void begin(WaitingLeads.Waiting lead) {
        try {
            attempt.at(() -> {
                relays.begin(lead.reference());
                return true;
            });
            waiting.forget(lead.reference());
            LOG.info("{} has waited, and begins now", lead.reference());
        } catch (RuntimeException e) {
            if (Faults.isPassing(e)) {
                throw e;
            }
            LOG.debug("{} still cannot begin", lead.reference(), e);
            waiting.triedAgain(lead.reference(), Faults.reason(e));
            Duration pause = Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, lead.tries()));
            errands.at(clock.instant().plus(pause), NAME, lead.reference().value());
        }
    }
}
