package org.batonrelay.mending;

import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.Relays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One task of the managers for each lead that has come to a standstill, and what becomes of their decision. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Mending {

    private final Life life;
    private final Batons batons;
    private final Offers offers;
    private final Relays relays;
    private final NewStart newStart;
    private final MendingProcess process;
    private final Ledger ledger;

    Mending(
            Life life,
            Batons batons,
            Offers offers,
            Relays relays,
            NewStart newStart,
            MendingProcess process,
            Ledger ledger) {
        this.life = life;
        this.batons = batons;
        this.offers = offers;
        this.relays = relays;
        this.newStart = newStart;
        this.process = process;
        this.ledger = ledger;
    }

    /** Those about whom managers are asked now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<LeadReference> open() {
        return process.open();
    }

    /**
     * Asks the managers, once, where it stands still; withdraws the question where it goes on.
     *
     * @return whether they are asked from now on
     */
    boolean look(LeadReference reference) {
        Optional<Life.Parted> parted = batons.keepOpen(reference) ? life.lookClosely(reference) : Optional.empty();
        boolean asked = process.isOpen(reference);
        if (parted.isPresent() && !asked) {
            ask(parted.get());
        } else if (parted.isEmpty() && asked) {
            process.withdraw(reference);
            ledger.append(entry(reference, EntryType.RELAY_MENDED).with("decision", "by-itself"));
        }
        return parted.isPresent() && !asked;
    }

    private void ask(Life.Parted parted) {
        ledger.append(
                entry(parted.reference(), EntryType.RELAY_PARTED).with(MendingVariables.MISSING, parted.missing()));
        process.start(batons.get(parted.reference()), parted.missing());
    }

    /** @throws Refusal for a decision that there is not, and where the relay's model has no place to go on */
    void settle(LeadReference reference, String decision, String missing) {
        ledger.append(entry(reference, EntryType.RELAY_MENDED).with("decision", decision));
        switch (decision) {
            case "offer-again" -> newStart.atExchange(reference, exchange(reference));
            case "to-leg-start" ->
                newStart.atStartOf(reference, batons.get(reference).leg());
            case "close" -> relays.close(reference, missing);
            default ->
                throw new Refusal("'" + decision + "' is no decision: choose offer-again, to-leg-start or close.");
        }
    }

    /** The one that is not over, else the one by which the leg is entered. */
    private Exchange exchange(LeadReference reference) {
        List<Offer> made = offers.of(reference);
        return made.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.outcome() != Offer.Outcome.ACCEPTED && last.outcome() != Offer.Outcome.TAKEN)
                .map(Offer::exchange)
                .orElseGet(() -> into(batons.get(reference).leg()));
    }

    private static Exchange into(Leg leg) {
        return switch (leg) {
            case CAPTURE, QUALIFICATION -> Exchange.MARKETING_TO_SDR;
            case DEAL -> Exchange.SDR_TO_AE;
            case ONBOARDING -> Exchange.AE_TO_CSM;
        };
    }

    private NewEntry entry(LeadReference reference, EntryType type) {
        return NewEntry.of(reference, type).leg(batons.get(reference).leg().id());
    }
}
