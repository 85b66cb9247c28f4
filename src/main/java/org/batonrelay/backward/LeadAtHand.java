package org.batonrelay.backward;

import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** The lead that somebody has typed the reference of, and what they are to it. */
@Component
class LeadAtHand {

    private final Batons batons;
    private final People people;

    LeadAtHand(Batons batons, People people) {
        this.batons = batons;
        this.people = people;
    }

    /** @throws Refusal when there is none, or it has ended */
    Baton running(String typed) {
        String reference = typed.strip();
        if (!LeadReference.isOne(reference)) {
            throw unknown(reference);
        }
        Baton baton = batons.find(new LeadReference(reference)).orElseThrow(() -> unknown(reference));
        if (baton.state() == Baton.State.FINISHED || baton.state() == Baton.State.CLOSED) {
            throw new Refusal("The lead " + reference + " is " + baton.state().id() + "; nobody works on it any more.");
        }
        return baton;
    }

    /** A group's baton is held by each of its people. */
    boolean isHeldBy(Baton baton, String person) {
        Holder holder = baton.holder();
        return holder.isGroup() ? people.isIn(person, holder.id()) : holder.id().equals(person);
    }

    /** The same for a lead that is not there and one that is nothing to whoever asks, so that nobody learns which. */
    Refusal unknown(String reference) {
        return new Refusal("Reference: there is no lead " + reference
                + " that you work on. It stands on every form and mail of the lead, such as acme-0042.");
    }
}
