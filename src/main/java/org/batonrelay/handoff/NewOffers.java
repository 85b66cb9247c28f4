package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes offers: who can take the baton, and when what happens if nobody does, worked out once. Joins the transaction
 * of the step that offers.
 */
@Component
@Transactional
class NewOffers {

    /** What an offer is made of. */
    record Wanted(
            LeadReference reference,
            Exchange exchange,
            Holder receiver,
            String priority,
            Deadlines deadlines,
            Set<String> refusers,
            @Nullable String passReason,
            String executionId) {}

    private final Offers offers;
    private final Receivers receivers;
    private final Batons batons;
    private final BusinessCalendar calendar;
    private final NamedReceiver named;
    private final Assigning assigning;
    private final Parking parking;
    private final OfferLedger ledger;
    private final Clock clock;

    NewOffers(
            Offers offers,
            Receivers receivers,
            Batons batons,
            BusinessCalendar calendar,
            NamedReceiver named,
            Assigning assigning,
            Parking parking,
            OfferLedger ledger,
            Clock clock) {
        this.offers = offers;
        this.receivers = receivers;
        this.batons = batons;
        this.calendar = calendar;
        this.named = named;
        this.assigning = assigning;
        this.parking = parking;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A new offer with a fresh clock in its receiver's calendar. Whoever holds the baton gives it.
     *
     * @return empty when everybody of the receiver is full: the baton is parked until there is room
     */
    Optional<Offer> offer(Wanted wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deadlines deadlines = wanted.deadlines();
        Baton baton = batons.get(wanted.reference());
        Holder giver = baton.holder();
        Holder receiver = receivers.insteadOfAbsent(wanted.receiver(), wanted.exchange());
        Choice all = receivers.choose(receiver, wanted.refusers());
        Optional<Choice> one = named.among(wanted.reference(), wanted.exchange(), receiver, all);
        Choice choice = one.orElseGet(() -> assigning.among(receiver, all, wanted.reference(), wanted.executionId()));
        if (choice.isParked()) {
            parking.park(wanted, receiver, choice);
            return Optional.empty();
        }
        String team = receivers.team(receiver, wanted.exchange());
        Predicate<LocalDate> daysOff = receivers.daysOff(choice.candidates());
        DueTimes due =
                DueTimes.of(deadlines, duration -> calendar.due(now, duration, deadlines.calendar(), team, daysOff));
        String backup = one.isPresent() ? receiver.id() : deadlines.backupGroup();
        if (one.isEmpty() && team.equals(backup)) {
            due = due.withoutWidening();
        } else if (choice.everybodyAway() && backup != null) {
            due = due.widenedAt(now);
        }
        if (receivers.managersBeside(giver, deadlines.managerGroup()).isEmpty()) {
            due = due.withoutEscalation();
        }
        Offer offer = new Offer(
                UUID.randomUUID().toString(),
                wanted.reference(),
                wanted.exchange(),
                offers.nextNumber(wanted.reference(), wanted.exchange()),
                giver,
                receiver,
                choice.candidates(),
                wanted.priority(),
                team,
                deadlines.calendar(),
                now,
                deadlines.remindEvery(),
                due.remindAt(),
                due.widenAt(),
                due.escalateAt(),
                due.dropAt(),
                backup,
                deadlines.managerGroup(),
                false,
                wanted.passReason(),
                Offer.Outcome.OPEN,
                null,
                null,
                null,
                null);
        offers.add(offer);
        parking.resume(baton);
        if (!offer.candidates().isEmpty()) {
            ledger.record(
                    offer,
                    baton,
                    EntryType.HANDOFF_OFFERED,
                    entry -> entry.with("number", offer.number())
                            .with("giver", giver.value())
                            .with(
                                    "insteadOf",
                                    receiver.equals(wanted.receiver())
                                            ? null
                                            : wanted.receiver().value())
                            .with("candidates", choice.why() == null ? null : List.copyOf(choice.people()))
                            .with("offeredTo", offer.candidates())
                            .with("chosen", choice.why())
                            .with("skipped", choice.skipped().isEmpty() ? null : choice.skipped())
                            .with("priority", offer.priority())
                            .with("remindAt", text(offer.remindAt()))
                            .with("widenAt", text(offer.widenAt()))
                            .with("escalateAt", text(offer.escalateAt()))
                            .with("dropAt", text(offer.dropAt())));
        }
        return Optional.of(offer);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
