package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Partners;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an offer that nobody answers: reminded, widened, escalated, dropped. Each rung is one transaction,
 * that of the timer; the mails about it are errands that start behind it.
 */
@Component
@Transactional
public class Ladder {

    public static final String TAKE_BATON = "takeBaton";
    static final String NO_ANSWER = "no-answer";
    static final String NOBODY_TO_TAKE = "nobody-to-take";

    private final Offers offers;
    private final Receivers receivers;
    private final LeadTasks tasks;
    private final BusinessCalendar calendar;
    private final Batons batons;
    private final OfferLedger ledger;
    private final Clock clock;

    Ladder(
            Offers offers,
            Receivers receivers,
            LeadTasks tasks,
            BusinessCalendar calendar,
            Batons batons,
            OfferLedger ledger,
            Clock clock) {
        this.offers = offers;
        this.receivers = receivers;
        this.tasks = tasks;
        this.calendar = calendar;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Tells the receivers again; a claim was no acceptance, so all of them may take it again. */
    Instant remind(LeadReference reference) {
        Offer offer = offers.last(reference);
        String claimedBy = tasks.release(reference, TAKE_BATON);
        Instant next = offer.remindEvery() == null
                ? null
                : calendar.due(
                        clock.instant(),
                        offer.remindEvery(),
                        offer.calendar(),
                        offer.team(),
                        receivers.daysOff(offer.candidates()));
        offers.remindAgainAt(offer, next);
        ledger.record(
                offer,
                EntryType.HANDOFF_REMINDED,
                entry -> entry.with("releasedFrom", claimedBy).with("nextAt", next == null ? null : next.toString()));
        return next == null ? BusinessCalendar.NEVER : next;
    }

    /** The backup group may take it as well, first come first served; nothing when it may already. */
    void widen(LeadReference reference) {
        Offer offer = offers.last(reference);
        if (offer.widened()) {
            return;
        }
        String claimedBy = tasks.release(reference, TAKE_BATON);
        String backup = offer.backupGroup();
        if (backup != null) {
            tasks.offer(reference, TAKE_BATON, backup);
        }
        offers.widen(offer);
        ledger.record(
                offer,
                EntryType.HANDOFF_WIDENED,
                entry -> entry.with("backupGroup", backup).with("releasedFrom", claimedBy));
    }

    /** @return the managers who may unblock it; if the other managers have left meanwhile, all of their group */
    String escalate(LeadReference reference) {
        Offer offer = offers.last(reference);
        ledger.record(offer, EntryType.HANDOFF_ESCALATED, entry -> entry.with("managerGroup", offer.managerGroup()));
        String others = receivers.managersBeside(offer.giver(), offer.managerGroup());
        return others.isEmpty() ? managers(offer) : others;
    }

    /**
     * What a partner has let lie comes back by itself and is offered in-house, to the offer's backup group, else to
     * whoever usually receives at this exchange. It was never dropped: the giver holds it all along.
     *
     * @return who is offered it next; empty when it was offered in-house
     */
    Optional<Holder> takeBack(LeadReference reference) {
        Offer offer = offers.last(reference);
        if (!receivers.isPartner(offer.receiver())) {
            return Optional.empty();
        }
        String backup = offer.backupGroup();
        Holder next = Holder.group(
                backup == null || Partners.isGroup(backup) ? offer.exchange().to() : backup);
        String cause = causeOf(offer);
        offers.settle(offer, Offer.Outcome.EXPIRED, "baton", cause, null);
        ledger.record(
                offer,
                EntryType.HANDOFF_EXPIRED,
                entry -> entry.with("cause", cause).with("next", next.value()));
        return Optional.of(next);
    }

    /**
     * The exchange has failed: from this moment on the managers hold the baton.
     *
     * @return the managers who must decide
     */
    String drop(LeadReference reference) {
        Offer offer = offers.last(reference);
        String cause = causeOf(offer);
        offers.settle(offer, Offer.Outcome.DROPPED, "baton", cause, null);
        ledger.record(offer, EntryType.HANDOFF_DROPPED, entry -> entry.with("cause", cause));
        batons.pass(reference, Holder.group(offer.managerGroup()), "dropped");
        return managers(offer);
    }

    /** The cause that is plain before any manager has looked at it. */
    @Nullable
    String plainCause(LeadReference reference) {
        return causeOf(offers.last(reference)).equals(NOBODY_TO_TAKE) ? NOBODY_TO_TAKE : null;
    }

    /** Whoever of the managers takes the decision up holds the baton; giving it up again, all of them do. */
    void hold(LeadReference reference, @Nullable String manager) {
        Offer offer = offers.last(reference);
        Holder holder = manager == null ? Holder.group(offer.managerGroup()) : Holder.person(manager);
        batons.pass(reference, holder, manager == null ? "decision given up" : "decision taken up");
    }

    private static String causeOf(Offer offer) {
        return offer.candidates().isEmpty() ? NOBODY_TO_TAKE : NO_ANSWER;
    }

    static String managers(Offer offer) {
        return Holder.group(offer.managerGroup()).value();
    }
}
