package org.batonrelay.handoff;

import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What managers decide about an exchange that did not go by itself; in the transaction of their Complete. */
@Component
@Transactional
class Verdicts {

    private final Offers offers;
    private final Receivers receivers;
    private final Batons batons;
    private final OfferLedger ledger;

    Verdicts(Offers offers, Receivers receivers, Batons batons, OfferLedger ledger) {
        this.offers = offers;
        this.receivers = receivers;
        this.batons = batons;
        this.ledger = ledger;
    }

    /**
     * Names a new receiver. Whoever holds the baton goes on holding it until somebody accepts.
     *
     * @throws org.batonrelay.engine.Refusal when there is nobody of that name
     */
    Holder reassign(LeadReference reference, @Nullable String newReceiver, String by) {
        Holder receiver = receivers.require(newReceiver == null ? "" : newReceiver);
        Offer offer = settle(reference, Offer.Outcome.REASSIGNED, by);
        ledger.record(
                offer,
                EntryType.HANDOFF_REASSIGNED,
                entry -> entry.with("by", by).with("to", receiver.value()).with("cause", causeOf(offer)));
        return receiver;
    }

    /** The offer goes to somebody else; nobody has refused it. */
    void move(LeadReference reference, String to, String by, String cause) {
        Offer offer = settle(reference, Offer.Outcome.REASSIGNED, by);
        ledger.record(
                offer,
                EntryType.HANDOFF_REASSIGNED,
                entry -> entry.by(by).with("by", by).with("to", to).with("cause", cause));
    }

    /** A manager takes the baton by force: it is theirs at once, and a departure. */
    void takeOver(LeadReference reference, String by) {
        Offer offer = settle(reference, Offer.Outcome.TAKEN, by);
        ledger.record(
                offer,
                EntryType.HANDOFF_ACCEPTED,
                entry -> entry.with("by", by).with("takenOver", true).with("cause", causeOf(offer)));
        batons.recordDeparture(
                reference, "taken over by a manager", offer.outcome().id());
        batons.pass(reference, Holder.person(by), "taken over by a manager");
    }

    /** A manager says why a baton was dropped, which the time that ran out could not. */
    void giveCause(LeadReference reference, String cause) {
        Offer offer = offers.last(reference);
        offers.giveCause(offer, cause);
        ledger.record(offer, EntryType.HANDOFF_EXPLAINED, entry -> entry.with("cause", cause));
    }

    /** The last offer as it was before; one that was dropped or returned stays so. */
    private Offer settle(LeadReference reference, Offer.Outcome outcome, String by) {
        Offer offer = offers.last(reference);
        if (offer.isOpen()) {
            offers.settle(offer, outcome, by, null, null);
        }
        return offer;
    }

    private static @Nullable String causeOf(Offer offer) {
        return offer.outcome() == Offer.Outcome.DROPPED ? offer.reason() : null;
    }
}
