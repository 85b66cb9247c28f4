package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Baton;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.DelayLetters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The client was promised a day, and whoever should look after it by then is late. Told once an offer, and not where a
 * manager would rather not; the day that was told is the agreed one from then on.
 */
@Component
@Transactional
class Delays {

    private final Offers offers;
    private final Batons batons;
    private final BusinessCalendar calendar;
    private final DelayLetters letters;
    private final OfferLedger ledger;
    private final Clock clock;

    Delays(
            Offers offers,
            Batons batons,
            BusinessCalendar calendar,
            DelayLetters letters,
            OfferLedger ledger,
            Clock clock) {
        this.offers = offers;
        this.batons = batons;
        this.calendar = calendar;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the managers' task and its timer need to know. */
    Map<String, Object> variables(LeadReference reference, Deadlines deadlines) {
        Offer offer = offers.last(reference);
        String after = deadlines.tellClientAfter();
        Optional<LocalDate> day = after == null ? Optional.empty() : newDay(offer, batons.get(reference));
        Instant at = day.isEmpty() || after == null
                ? BusinessCalendar.NEVER
                : calendar.due(clock.instant(), after, deadlines.calendar(), offer.managerGroup());
        return Map.of(
                HandoffVariables.TELL_CLIENT,
                day.isPresent(),
                HandoffVariables.TELL_CLIENT_AT,
                Date.from(at),
                HandoffVariables.NEW_DATE,
                day.map(LocalDate::toString).orElse(""));
    }

    /** Nothing when the promise holds after all, or the client knows. */
    void tell(LeadReference reference) {
        Offer offer = offers.last(reference);
        Baton baton = batons.get(reference);
        LocalDate promised = baton.nextStepOn();
        LocalDate day = newDay(offer, baton).orElse(null);
        if (promised == null || day == null) {
            return;
        }
        letters.tell(reference, offer.id(), promised, day);
        batons.agreeNextStep(reference, baton.nextStep() == null ? "" : baton.nextStep(), day);
        ledger.record(
                offer,
                EntryType.HANDOFF_DELAY_TOLD,
                entry -> entry.with("from", promised.toString()).with("to", day.toString()));
    }

    /**
     * The business day after the one by which a manager must have found somebody; empty where no day was promised, it
     * was past when the offer was made, or it can still be met.
     */
    private Optional<LocalDate> newDay(Offer offer, Baton baton) {
        LocalDate promised = baton.nextStepOn();
        Instant now = clock.instant();
        Instant settled = offer.dropAt() == null || offer.dropAt().isBefore(now) ? now : offer.dropAt();
        LocalDate day = day(calendar.due(settled, "P1D", "business", offer.team()), offer);
        return promised == null || promised.isBefore(day(offer.offeredAt(), offer)) || !promised.isBefore(day)
                ? Optional.empty()
                : Optional.of(day);
    }

    private LocalDate day(Instant at, Offer offer) {
        return LocalDate.ofInstant(at, calendar.zone(offer.team()));
    }
}
