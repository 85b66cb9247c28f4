package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.DelayLetters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The client was promised a day, and whoever should look after it by then is late. Told once while it is offered and
 * once when it was dropped, and not where a manager would rather not; the day that was told is the agreed one from then on.
 */
@Component
@Transactional
class Delays {

    private final Offers offers;
    private final Batons batons;
    private final BusinessCalendar calendar;
    private final DelayLetters letters;
    private final OfferLedger ledger;
    private final Errands errands;
    private final Clock clock;

    Delays(
            Offers offers,
            Batons batons,
            BusinessCalendar calendar,
            DelayLetters letters,
            OfferLedger ledger,
            Errands errands,
            Clock clock) {
        this.offers = offers;
        this.batons = batons;
        this.calendar = calendar;
        this.letters = letters;
        this.ledger = ledger;
        this.errands = errands;
        this.clock = clock;
    }

    /** What the client is told, and when, unless a manager decides first. */
    private record Telling(LocalDate day, Instant at) {}

    /** What the managers' task and its timer need to know. */
    Map<String, Object> variables(LeadReference reference, Deadlines deadlines) {
        Optional<Telling> telling = telling(reference, deadlines);
        return Map.of(
                HandoffVariables.TELL_CLIENT,
                telling.isPresent(),
                HandoffVariables.TELL_CLIENT_AT,
                Date.from(telling.map(Telling::at).orElse(BusinessCalendar.NEVER)),
                HandoffVariables.NEW_DATE,
                telling.map(it -> WrittenDates.day(it.day())).orElse(""));
    }

    /**
     * Has the client told after a while of what was dropped, as not every offer is escalated before.
     *
     * @return the day that they are told; empty where there is nothing to tell
     */
    String dropped(LeadReference reference, Deadlines deadlines) {
        Optional<Telling> telling = telling(reference, deadlines);
        telling.ifPresent(it -> errands.at(
                it.at(),
                TellClientOfDrop.NAME,
                new TellClientOfDrop.Dropped(reference, offers.last(reference).id())));
        return telling.map(it -> WrittenDates.day(it.day())).orElse("");
    }

    /** A day that can be kept if somebody is found at once is not called off. */
    private Optional<Telling> telling(LeadReference reference, Deadlines deadlines) {
        String after = deadlines.tellClientAfter();
        Offer offer = offers.last(reference);
        Baton baton = batons.get(reference);
        Instant now = clock.instant();
        if (after == null || newDay(offer, baton, now).isEmpty()) {
            return Optional.empty();
        }
        Instant at = calendar.due(now, after, deadlines.calendar(), offer.managerGroup());
        return newDay(offer, baton, at).map(day -> new Telling(day, at));
    }

    /** Nothing when the promise holds after all, or the client knows. */
    void tell(LeadReference reference) {
        Offer offer = offers.last(reference);
        Baton baton = batons.get(reference);
        LocalDate promised = baton.nextStepOn();
        LocalDate day = newDay(offer, baton, clock.instant()).orElse(null);
        if (promised == null || day == null) {
            return;
        }
        letters.tell(reference, offer.isOpen() ? offer.id() : offer.id() + ":dropped", promised, day);
        batons.agreeNextStep(reference, baton.nextStep() == null ? "" : baton.nextStep(), day);
        ledger.record(
                offer,
                EntryType.HANDOFF_DELAY_TOLD,
                entry -> entry.with("from", promised.toString()).with("to", day.toString()));
    }

    /**
     * The business day after the one by which a manager must have found somebody; empty where no day was promised, it
     * was past when the lead was first offered, or it can still be met.
     *
     * @param told when the client hears of it
     */
    private Optional<LocalDate> newDay(Offer offer, Baton baton, Instant told) {
        LocalDate promised = baton.nextStepOn();
        Instant drop = offer.isOpen() ? offer.dropAt() : null;
        Instant settled = drop == null || drop.isBefore(told) ? told : drop;
        LocalDate day = day(calendar.due(settled, "P1D", "business", offer.team()), offer);
        return promised == null || promised.isBefore(day(firstOffered(offer), offer)) || !promised.isBefore(day)
                ? Optional.empty()
                : Optional.of(day);
    }

    /** Offered to a partner first, or to whom it was not theirs: the client counts from the first one. */
    private Instant firstOffered(Offer offer) {
        List<Offer> latestFirst = new ArrayList<>(offers.of(offer.reference()));
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .takeWhile(it -> it.exchange() == offer.exchange()
                        && it.outcome() != Offer.Outcome.ACCEPTED
                        && it.outcome() != Offer.Outcome.TAKEN)
                .map(Offer::offeredAt)
                .reduce((later, earlier) -> earlier)
                .orElse(offer.offeredAt());
    }

    private LocalDate day(Instant at, Offer offer) {
        return LocalDate.ofInstant(at, calendar.zone(offer.team()));
    }
}
