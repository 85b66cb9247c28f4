package org.batonrelay.handoff;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.baton.HeldBatons;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves all that a person or a team holds or is offered: one errand a lead, so that one that fails holds up no other. */
@Component
@Transactional
class Moving {

    private final HeldBatons held;
    private final Offers offers;
    private final Receivers receivers;
    private final People people;
    private final Errands errands;

    Moving(HeldBatons held, Offers offers, Receivers receivers, People people, Errands errands) {
        this.held = held;
        this.offers = offers;
        this.receivers = receivers;
        this.people = people;
        this.errands = errands;
    }

    /**
     * @param from a user id, of somebody who has left, too, or {@code group:} and a group id
     * @param to the same, of somebody who is here; null for whoever the routing says
     * @return how many leads it is about
     * @throws Refusal when there is nothing to move, or nobody of the name of {@code to}
     */
    int start(String from, @Nullable String to, String why, String by) {
        Holder receiver = to == null ? null : receivers.require(to);
        Set<Holder> givers = givers(new Holder(from));
        Set<LeadReference> leads =
                new LinkedHashSet<>(held.of(givers.stream().map(Holder::value).collect(Collectors.toSet())));
        givers.forEach(giver -> offers.openFor(giver.value(), Set.of()).forEach(offer -> leads.add(offer.reference())));
        offers.openForOneOf(givers.stream().map(Holder::id).collect(Collectors.toSet()))
                .forEach(offer -> leads.add(offer.reference()));
        if (leads.isEmpty()) {
            throw new Refusal("\"From\": " + from + " holds no baton and is offered none, so there is nothing to move."
                    + " Name a user id such as ae-1, or a group such as group:ae.");
        }
        String of = givers.stream().map(Holder::value).collect(Collectors.joining(","));
        for (LeadReference lead : leads) {
            errands.later(null, MoveBaton.NAME, new MoveBaton.Order(lead, Receivers.names(of), receiver, by, why));
        }
        return leads.size();
    }

    /** A group means its people as well. */
    private Set<Holder> givers(Holder from) {
        Set<Holder> givers = new LinkedHashSet<>(Set.of(from));
        if (from.isGroup()) {
            people.members(from.id()).forEach(member -> givers.add(Holder.person(member)));
        }
        return givers;
    }
}
