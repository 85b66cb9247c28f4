package org.batonrelay.handoff;

import java.util.Optional;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Readiness;
import org.batonrelay.relay.Readinesses;
import org.springframework.stereotype.Component;

/** Whoever said before the signature that they take the customer over is offered it first, then the rest of the team. */
@Component
class NamedReceiver {

    private final Readinesses readinesses;
    private final Offers offers;

    NamedReceiver(Readinesses readinesses, Offers offers) {
        this.readinesses = readinesses;
        this.offers = offers;
    }

    /**
     * @param choice who of the receiver can be offered it
     * @return empty where nobody was named, where they are not here, and where they have let it pass
     */
    Optional<Choice> among(LeadReference reference, Exchange exchange, Holder receiver, Choice choice) {
        if (exchange != Exchange.AE_TO_CSM || !receiver.isGroup() || choice.everybodyAway() || hasPassed(reference)) {
            return Optional.empty();
        }
        return readinesses
                .of(reference)
                .map(Readiness::csm)
                .filter(choice.people()::contains)
                .map(csm -> choice.narrowedTo(
                        csm, choice.people(), choice.skipped(), "who was named before the contract was signed"));
    }

    /** What they return for a better brief comes to them again. */
    private boolean hasPassed(LeadReference reference) {
        return offers.of(reference).stream()
                .anyMatch(offer -> offer.exchange() == Exchange.AE_TO_CSM && offer.outcome() != Offer.Outcome.RETURNED);
    }
}
