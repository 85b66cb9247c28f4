package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.EntryType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A baton waits until somebody of the team has room for it; whoever would give it goes on holding it. While any waits,
 * an errand looks for room every few seconds: the first that is parked puts it on the job list.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Parking {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

    /** A look that is so late has come to grief: an incident shows why, and the next that is parked looks anew. */
    private static final Duration LOST = Duration.ofMinutes(10);

    private final ParkedBatons parked;
    private final Batons batons;
    private final Errands errands;
    private final OfferLedger ledger;
    private final Clock clock;

    Parking(ParkedBatons parked, Batons batons, Errands errands, OfferLedger ledger, Clock clock) {
        this.parked = parked;
        this.batons = batons;
        this.errands = errands;
        this.ledger = ledger;
        this.clock = clock;
    }

    void park(NewOffers.Wanted wanted, Holder group, Choice choice) {
        if (!parked.park(wanted.reference(), group.id())) {
            return;
        }
        batons.become(wanted.reference(), Baton.State.WAITING);
        ledger.record(
                wanted.reference(),
                wanted.exchange(),
                EntryType.HANDOFF_PARKED,
                entry -> entry.with("receiver", group.value()).with("skipped", choice.skipped()));
        Instant lost = clock.instant().minus(LOST);
        if (parked.nextLook(group.id()).filter(lost::isBefore).isEmpty()) {
            lookLater(group.id());
        }
    }

    /** Somebody looks again soon, as long as anything is parked. */
    void lookAgain(String group) {
        if (!parked.isAny(group)) {
            parked.lookNoMore(group);
        } else {
            lookLater(group);
        }
    }

    /** It is offered now. */
    void resume(Baton baton) {
        if (baton.state() == Baton.State.WAITING && parked.leave(baton.reference())) {
            batons.become(baton.reference(), Baton.State.RUNNING);
        }
    }

    private void lookLater(String group) {
        Instant due = clock.instant().plus(LOOK_EVERY);
        parked.lookAt(group, due);
        errands.at(due, ResumeParked.NAME, group);
    }
}
