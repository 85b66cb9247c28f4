package org.batonrelay.relay;

import java.time.Clock;
import java.time.Duration;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Faults;
import org.batonrelay.lead.Capture.Captured;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a lead whose relay cannot begin, for whatever reason that is no fault of the lead: a table that nobody can
 * read, a model that was suspended or is wrong, a group that is gone. It waits with marketing, in the transaction of
 * whoever brought it, and begins once it can.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeepLead {

    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeepLead.class);

    private final Admission admission;
    private final WaitingLeads waiting;
    private final Batons batons;
    private final Ledger ledger;
    private final Errands errands;
    private final Clock clock;

    KeepLead(Admission admission, WaitingLeads waiting, Batons batons, Ledger ledger, Errands errands, Clock clock) {
        this.admission = admission;
        this.waiting = waiting;
        this.batons = batons;
        this.ledger = ledger;
        this.errands = errands;
        this.clock = clock;
    }

    /** What is wrong with the lead itself is told to its sender, and what will pass is tried again by whoever called. */
    static boolean canKeep(Throwable fault) {
        return !Faults.isRefusal(fault) && !Faults.isPassing(fault) && !isTheLeads(fault);
    }

    private static boolean isTheLeads(@Nullable Throwable fault) {
        return fault != null
                && (fault instanceof InvalidLead
                        || fault instanceof DuplicateKeyException
                        || fault.getCause() != fault && isTheLeads(fault.getCause()));
    }

    Captured keep(NewLead lead, @Nullable String nextSteps, Throwable fault) {
        String finder = CurrentActor.name();
        Admission.Admitted admitted = admission.admit(lead, null, nextSteps, false, null, finder);
        if (!admitted.joined()) {
            String reason = Faults.reason(fault);
            LOG.warn("the relay of {} cannot begin, so it waits", admitted.reference(), fault);
            boolean isFirst = waiting.isEmpty();
            batons.become(admitted.reference(), Baton.State.WAITING);
            waiting.add(admitted.reference(), finder, reason);
            ledger.append(NewEntry.of(admitted.reference(), EntryType.LEAD_WAITING)
                    .leg(Leg.CAPTURE.id())
                    .with("holder", admitted.holder().value())
                    .with("why", reason.length() <= 500 ? reason : reason.substring(0, 500)));
            errands.at(
                    clock.instant().plus(FIRST_PAUSE),
                    BeginWaitingLead.NAME,
                    admitted.reference().value());
            if (isFirst) {
                errands.later(null, LeadWaitsNotice.NAME, admitted.reference().value());
            }
        }
        return new Captured(admitted.reference(), admitted.joined());
    }
}
