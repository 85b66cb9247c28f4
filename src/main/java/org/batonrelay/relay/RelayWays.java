package org.batonrelay.relay;

import java.time.LocalDate;
import java.util.Date;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.RunningProcesses;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Priority;
import org.batonrelay.lead.Routing;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The turns that a relay takes between its legs; each joins the transaction of the step that takes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RelayWays {

    record Routed(Holder receiver, Priority priority) {}

    private static final Holder MARKETING = Holder.group("marketing");

    private final Batons batons;
    private final EarlierRunners earlier;
    private final Routing routing;
    private final People people;
    private final BusinessCalendar calendar;
    private final Ledger ledger;
    private final ContactLinks links;
    private final RunningProcesses running;
    private final ApplicationEventPublisher events;

    RelayWays(
            Batons batons,
            EarlierRunners earlier,
            Routing routing,
            People people,
            BusinessCalendar calendar,
            Ledger ledger,
            ContactLinks links,
            RunningProcesses running,
            ApplicationEventPublisher events) {
        this.batons = batons;
        this.earlier = earlier;
        this.routing = routing;
        this.people = people;
        this.calendar = calendar;
        this.ledger = ledger;
        this.links = links;
        this.running = running;
        this.events = events;
    }

    /** The routing is asked in any case: it also says how urgent the lead is. */
    Routed route(LeadReference reference, @Nullable String handTo, String executionId) {
        batons.become(reference, Baton.State.RUNNING);
        Routing.Route route = routing.route(reference, executionId);
        return new Routed(new Holder(handTo == null ? route.receiver() : handTo), route.priority());
    }

    /** Whoever has qualified the lead; gone, or nobody has, it is routed like a new one. */
    Holder backToSdr(LeadReference reference, String executionId) {
        return earlier.of(reference, Leg.QUALIFICATION)
                .orElseGet(
                        () -> new Holder(routing.route(reference, executionId).receiver()));
    }

    /** @return when the lead wakes: the first opening minute of that day */
    Date recycle(LeadReference reference, @Nullable String reason, String on) {
        batons.pass(reference, MARKETING, "recycled");
        end(reference, Baton.State.RECYCLED, EntryType.RELAY_RECYCLED, reason, on);
        return Date.from(calendar.opening(LocalDate.parse(on.substring(0, 10)), "sdr"));
    }

    void wake(LeadReference reference) {
        batons.become(reference, Baton.State.RUNNING);
        batons.startLeg(reference, Leg.CAPTURE);
    }

    void finish(LeadReference reference) {
        end(reference, Baton.State.FINISHED, EntryType.RELAY_FINISHED, null, null);
    }

    void close(LeadReference reference, @Nullable String reason) {
        end(reference, Baton.State.CLOSED, EntryType.RELAY_CLOSED, reason == null ? "no reason given" : reason, null);
        links.expire(reference);
        running.endBeside(reference);
    }

    boolean isHeldByAe(LeadReference reference) {
        Holder holder = batons.get(reference).holder();
        return !holder.isGroup() && people.isIn(holder.id(), "ae");
    }

    private void end(
            LeadReference reference, Baton.State state, EntryType type, @Nullable String reason, @Nullable String on) {
        batons.become(reference, state);
        ledger.append(NewEntry.of(reference, type)
                .leg(batons.get(reference).leg().id())
                .with("reason", reason)
                .with("wakesOn", on));
        events.publishEvent(new RelayEnded(reference, state));
    }
}
