package org.batonrelay.offer;

import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.HandoffProcess;
import org.batonrelay.handoff.Offer;
import org.batonrelay.notice.Recipient;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** Answers to offers that come by a link or a button instead of Tasklist. */
@Component
class OfferAnswers {

    private final HandoffProcess process;
    private final OfferWords words;
    private final People people;

    OfferAnswers(HandoffProcess process, OfferWords words, People people) {
        this.process = process;
        this.words = words;
        this.people = people;
    }

    /** Whether a link or a channel of this reader is this person's as well. */
    boolean isMeant(Recipient reader, String person) {
        return reader.isGroup() ? people.isIn(person, reader.id()) : reader.id().equals(person);
    }

    /** Whether this person may take it now. */
    boolean isOfferedTo(Offer offer, String person) {
        return offer.offeredTo().stream().map(Holder::value).anyMatch(one -> isMeant(Recipient.of(one), person));
    }

    /** Why this person cannot answer it now; empty when they can. */
    Optional<String> obstacle(Offer offer, String person) {
        if (!offer.isOpen()) {
            return Optional.of(whatBecameOf(offer, person));
        }
        Optional<String> claimedBy = process.claimedBy(offer.reference()).filter(claimer -> !claimer.equals(person));
        if (claimedBy.isPresent()) {
            return Optional.of((isPartner(person) ? "Somebody" : words.person(claimedBy.get()))
                    + " was faster and looks at it right now. If they do not answer, it is offered to all again.");
        }
        return isOfferedTo(offer, person)
                ? Optional.empty()
                : Optional.of("This baton is not offered to you any more.");
    }

    private String whatBecameOf(Offer offer, String person) {
        if (person.equals(offer.settledBy())) {
            return words.ownOutcome(offer);
        }
        if (isPartner(person)) {
            return "It is not offered to you any more.";
        }
        return offer.outcome() == Offer.Outcome.ACCEPTED
                ? words.person(offer.settledBy()) + " was faster and has taken it."
                : words.outcome(offer);
    }

    /** Who of the house has it now is not a partner's to know. */
    boolean isPartner(String person) {
        return Partners.isPartner(people.groupsOf(person));
    }

    /**
     * @param values as the form {@code take-baton} takes them
     * @throws Refusal when they cannot answer it, or the form does not take the answer
     */
    void give(Offer offer, String person, Map<String, Object> values) {
        obstacle(offer, person).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        process.answer(offer.reference(), person, values);
    }
}
