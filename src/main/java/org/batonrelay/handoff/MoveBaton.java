package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.OnHold;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Routing;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves one baton, or the offer of it, away from somebody. What has moved by itself meanwhile stays where it is; what is
 * on hold is moved when it goes on.
 */
@Component
class MoveBaton implements Errand<MoveBaton.Order> {

    static final ErrandName<Order> NAME = new ErrandName<>("move-baton", Order.class, "\\n");

    private static final Duration AGAIN = Duration.ofMinutes(15);

    /** @param from user ids, and groups as {@code group:} and an id */
    record Order(
            LeadReference reference,
            Set<String> from,
            @Nullable Holder to,
            String by,
            String why) {}

    private final Batons batons;
    private final Offers offers;
    private final Receivers receivers;
    private final Assigning assigning;
    private final AbsentReceivers open;
    private final Routing routing;
    private final LeadTasks tasks;
    private final OnHold onHold;
    private final Errands errands;
    private final Clock clock;

    MoveBaton(
            Batons batons,
            Offers offers,
            Receivers receivers,
            Assigning assigning,
            AbsentReceivers open,
            Routing routing,
            LeadTasks tasks,
            OnHold onHold,
            Errands errands,
            Clock clock) {
        this.batons = batons;
        this.offers = offers;
        this.receivers = receivers;
        this.assigning = assigning;
        this.open = open;
        this.routing = routing;
        this.tasks = tasks;
        this.onHold = onHold;
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public ErrandName<Order> name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(Order order) {
        if (onHold.isHeld(order.reference())) {
            errands.at(clock.instant().plus(AGAIN), NAME, order);
            return;
        }
        Baton baton = batons.get(order.reference());
        if (order.from().contains(baton.holder().value())) {
            moveBaton(order, baton);
        }
        offers.open(order.reference())
                .filter(offer -> isOfferedTo(order, offer))
                .ifPresent(offer -> moveOffer(order, offer));
    }

    /** Whom a dropped baton is with decides about it: it goes back to all managers. */
    private void moveBaton(Order order, Baton baton) {
        if (tasks.find(order.reference(), "decideDropped").isPresent()) {
            tasks.release(order.reference(), "decideDropped");
            return;
        }
        Holder to = Optional.ofNullable(order.to()).orElseGet(() -> routed(baton));
        batons.pass(order.reference(), one(to, order), order.why(), order.by());
    }

    private void moveOffer(Order order, Offer offer) {
        Holder team = offer.receiver().isGroup()
                ? offer.receiver()
                : Holder.group(receivers.team(offer.receiver(), offer.exchange()));
        Holder to = Optional.ofNullable(order.to()).orElse(team);
        open.move(offer, to, order.by(), order.why());
    }

    private static boolean isOfferedTo(Order order, Offer offer) {
        return order.from().containsAll(Receivers.names(offer.candidates()));
    }

    private Holder routed(Baton baton) {
        return switch (baton.leg()) {
            case CAPTURE -> Holder.group("marketing");
            case QUALIFICATION ->
                new Holder(routing.route(baton.reference(), null).receiver());
            case DEAL -> Holder.group("ae");
            case ONBOARDING -> Holder.group("csm");
        };
    }

    /** One of a group that shares its batons out; else the group, whoever of it takes the task up. */
    private Holder one(Holder to, Order order) {
        if (!to.isGroup()) {
            return to;
        }
        Choice choice = assigning.among(to, receivers.choose(to, order.from()), order.reference(), null);
        return choice.why() == null ? to : Holder.person(choice.candidates());
    }
}
