package org.batonrelay.handoff;

import java.util.Map;
import java.util.Set;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.OnHold;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who goes away or comes back changes whom open offers wait for: what was offered to them alone moves to
 * whoever stands in for them, else to their group; what was offered to several waits for those who are here.
 */
@Component
@Transactional
class AbsentReceivers {

    private final Offers offers;
    private final Receivers receivers;
    private final Ladder ladder;
    private final Assigning assigning;
    private final LeadTasks tasks;
    private final OnHold onHold;
    private final Ledger ledger;

    AbsentReceivers(
            Offers offers,
            Receivers receivers,
            Ladder ladder,
            Assigning assigning,
            LeadTasks tasks,
            OnHold onHold,
            Ledger ledger) {
        this.offers = offers;
        this.receivers = receivers;
        this.ladder = ladder;
        this.assigning = assigning;
        this.tasks = tasks;
        this.onHold = onHold;
        this.ledger = ledger;
    }

    void lookAgain(String person) {
        for (Offer offer : offers.openFor(person, receivers.groupsOf(person))) {
            lookAgain(person, offer);
        }
    }

    /** The offer of a lead that was on hold. */
    void lookAgain(LeadReference reference) {
        offers.open(reference)
                .ifPresent(offer -> Receivers.names(offer.candidates()).stream()
                        .filter(receivers::isAway)
                        .findFirst()
                        .ifPresent(person -> lookAgain(person, offer)));
    }

    /** What is on hold stays with whom it is offered to until it goes on. */
    private void lookAgain(String person, Offer offer) {
        if (!onHold.isHeld(offer.reference())) {
            if (offer.candidates().equals(person)) {
                moveFrom(person, offer);
            } else if (assigning.sharesOut(offer.receiver())) {
                withdrawFrom(person, offer);
            } else {
                offerToThoseHere(offer);
            }
        }
    }

    private void moveFrom(String person, Offer offer) {
        Holder to = receivers.insteadOfAbsent(Holder.person(person), offer.exchange());
        if (!to.equals(Holder.person(person))) {
            Holder group = offer.receiver().isGroup() && to.isGroup() ? offer.receiver() : to;
            move(offer, group, CurrentActor.name(), isAway(person));
        }
    }

    /** What was offered to them alone, and has moved to their substitute, waits for them again until it is taken. */
    void giveBack(String person, String substitute) {
        if (!receivers.isAway(person)) {
            offers.openForOneOf(Set.of(substitute)).stream()
                    .filter(offer -> hasMovedFrom(person, offer) && !onHold.isHeld(offer.reference()))
                    .forEach(offer -> move(offer, Holder.person(person), CurrentActor.name(), person + " is back"));
        }
    }

    private boolean hasMovedFrom(String person, Offer offer) {
        return ledger.of(offer.reference()).stream()
                .filter(entry -> entry.type() == EntryType.HANDOFF_REASSIGNED)
                .reduce((earlier, last) -> last)
                .filter(moved -> offer.receiver().value().equals(moved.detail().get("to")))
                .filter(moved -> isAway(person).equals(moved.detail().get("cause")))
                .isPresent();
    }

    private static String isAway(String person) {
        return person + " is away";
    }

    /** Offers it to somebody else instead, with a fresh clock. */
    void move(Offer offer, Holder to, String by, String cause) {
        tasks.tell(
                offer.reference(),
                "offerMoved",
                Map.of(
                        HandoffVariables.NEW_RECEIVER,
                        to.value(),
                        HandoffVariables.MOVED_BY,
                        by,
                        HandoffVariables.MOVE_CAUSE,
                        cause));
    }

    /** Whoever else was chosen stays so; somebody who comes back has their turn with the next one. */
    private void withdrawFrom(String person, Offer offer) {
        Set<String> candidates = Receivers.names(offer.candidates());
        if (receivers.isAway(person) && candidates.remove(person)) {
            offerTo(offer, String.join(",", candidates));
        }
    }

    private void offerToThoseHere(Offer offer) {
        Set<String> refusers = offers.refusersOf(offer);
        Choice choice = receivers.choose(offer.receiver(), refusers);
        if (choice.candidates().equals(offer.candidates()) && !choice.everybodyAway()) {
            return;
        }
        offerTo(offer, choice.candidates());
        if (choice.everybodyAway()) {
            ladder.widen(offer.reference());
        }
    }

    private void offerTo(Offer offer, String candidates) {
        Offer now = offers.offerTo(offer, candidates);
        tasks.release(offer.reference(), Ladder.TAKE_BATON);
        tasks.offerOnlyTo(offer.reference(), Ladder.TAKE_BATON, now.offeredTo());
    }
}
