package org.batonrelay.mending;

import java.util.List;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.OnHold;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.hands.HeldByHand;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.RelayEnded;
import org.batonrelay.relay.RelayWentOn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who suspends one process of a lead means all of it: its exchange, its leg, its summaries. Everything stands still, and
 * who did it is on record; who activates one of them sets all going again, each deadline with what was left of it. What
 * stands still is read from the engine after each such call, whichever way it was made.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Holds {

    private static final String SUSPENDED = "select distinct E.BUSINESS_KEY_ from ACT_RU_EXECUTION E"
            + " join baton b on b.reference = E.BUSINESS_KEY_ and b.state in ('running', 'waiting', 'recycled')"
            + " where E.SUSPENSION_STATE_ = 2 and E.PROC_DEF_ID_ not like 'mend-relay:%'"
            + " and exists (select 1 from ACT_RU_EXECUTION R where R.BUSINESS_KEY_ = b.reference"
            + " and R.SUPER_EXEC_ is null and R.PROC_DEF_ID_ like 'relay:%') and not exists (select 1 from lead_on_hold h"
            + " where h.reference = b.reference and h.went_on_at is null) order by 1";

    /** In the tree of the relay nothing begins while it stands still: what is active there was activated. */
    private static final String ACTIVATED = "select distinct h.reference from lead_on_hold h"
            + " join ACT_RU_EXECUTION R on R.BUSINESS_KEY_ = h.reference and R.SUPER_EXEC_ is null"
            + " and R.PROC_DEF_ID_ like 'relay:%'"
            + " join ACT_RU_EXECUTION I on I.ROOT_PROC_INST_ID_ = R.ID_ and I.SUSPENSION_STATE_ = 1"
            + " where h.went_on_at is null order by 1";

    private final JdbcClient jdbc;
    private final OnHold onHold;
    private final Life life;
    private final Batons batons;
    private final HeldProcess processes;
    private final Mending mending;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Holds(
            JdbcClient jdbc,
            OnHold onHold,
            Life life,
            Batons batons,
            HeldProcess processes,
            Mending mending,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.onHold = onHold;
        this.life = life;
        this.batons = batons;
        this.processes = processes;
        this.mending = mending;
        this.ledger = ledger;
        this.events = events;
    }

    @EventListener
    void on(HeldByHand hands) {
        CurrentActor.as(hands.by(), () -> {
            // both asked first: what the engine is told here, it writes when all of this is done
            List<LeadReference> activated = leads(ACTIVATED);
            List<LeadReference> suspended = leads(SUSPENDED);
            activated.forEach(reference -> goOn(reference, hands.by()));
            suspended.forEach(reference -> hold(reference, hands.by()));
            processes.keepAsking();
            life.standing().forEach(stopped -> told(stopped, hands.by()));
            return hands;
        });
    }

    @EventListener
    void on(RelayEnded relay) {
        onHold.letGo(relay.reference());
    }

    private void hold(LeadReference reference, String by) {
        batons.recordDeparture(reference, "put on hold by hand", "done by " + by + ": all its clocks stand still");
        ledger.append(entry(reference, EntryType.RELAY_HELD));
        onHold.hold(reference, by);
        processes.suspend(reference);
    }

    private void goOn(LeadReference reference, String by) {
        batons.recordDeparture(reference, "set going again by hand", "done by " + by);
        ledger.append(entry(reference, EntryType.RELAY_WENT_ON));
        BusinessCalendar.Pause pause = onHold.letGo(reference).orElseThrow();
        processes.activate(reference);
        RelayWentOn wentOn = new RelayWentOn(reference, pause);
        processes.moveClocks(wentOn);
        events.publishEvent(wentOn);
    }

    /** Clocks that were stopped by themselves: a departure, and at once a question for the managers. */
    private void told(Life.Parted stopped, String by) {
        if (mending.look(stopped.reference())) {
            batons.recordDeparture(stopped.reference(), "clocks stopped by hand", "done by " + by);
        }
    }

    private List<LeadReference> leads(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    private NewEntry entry(LeadReference reference, EntryType type) {
        return NewEntry.of(reference, type).leg(batons.get(reference).leg().id());
    }
}
