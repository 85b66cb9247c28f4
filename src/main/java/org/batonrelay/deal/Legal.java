package org.batonrelay.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.LegDeadlines;
import org.batonrelay.relay.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal reviews a contract: asked, claimed, answered. Whatever legal does or does not do, the AE keeps the baton. */
@Component
@Transactional
class Legal {

    static final String GROUP = "legal";

    /** @param since the moment from which legal's time counts */
    record Look(Watch watch, Instant since, String managerGroup) {}

    private final ContractReviews reviews;
    private final Decisions decisions;
    private final BusinessCalendar hours;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;

    Legal(
            ContractReviews reviews,
            Decisions decisions,
            BusinessCalendar hours,
            Batons batons,
            Ledger ledger,
            Clock clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.hours = hours;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    ContractReview ask(LeadReference reference, String giver) {
        ContractReview review = reviews.ask(reference, giver);
        record(review, EntryType.HANDOFF_OFFERED, "to", "group:" + GROUP);
        return review;
    }

    /** @param by who claimed it, or null when it was given back */
    void claim(String reviewId, @Nullable String by) {
        reviews.claim(reviewId, by);
        if (by != null) {
            record(reviews.get(reviewId), EntryType.HANDOFF_ACCEPTED, "by", by);
        }
    }

    /** Asking for changes gives the contract back to the AE; the AE's clock starts anew whatever legal says. */
    ContractReview answer(String reviewId, String verdict, @Nullable String note) {
        reviews.answer(reviewId, verdict, note);
        ContractReview review = reviews.get(reviewId);
        ledger.append(entry(review, EntryType.CONTRACT_REVIEWED)
                .with("decision", verdict)
                .with("note", note));
        if (verdict.equals("changes")) {
            ledger.append(entry(review, EntryType.HANDOFF_RETURNED)
                    .with("reason", "changes")
                    .with("note", note));
        }
        batons.touch(review.reference());
        return review;
    }

    Look look(String reviewId, String priority, @Nullable Instant remindedOf, String executionId) {
        ContractReview review = reviews.get(reviewId);
        LegDeadlines deadlines = deadlines(review, priority, executionId);
        Watch watch = Watch.look(deadlines, review.since(), remindedOf, clock.instant(), hours, GROUP);
        return new Look(watch, review.since(), deadlines.managerGroup());
    }

    /** When legal has to have answered, or null for never; shown to legal and to the AE. */
    @Nullable
    Instant due(String reviewId, String priority, String executionId) {
        ContractReview review = reviews.get(reviewId);
        Instant due = deadlines(review, priority, executionId).escalateAt(review.since(), hours, GROUP);
        reviews.expect(reviewId, due);
        return due;
    }

    /** Until somebody claims it the deadlines of the exchange count, from then on those of a review. */
    private LegDeadlines deadlines(ContractReview review, String priority, String executionId) {
        return review.claimedAt() == null
                ? decisions.decide(
                        "handoff-deadlines",
                        Map.of("exchange", Exchange.AE_TO_LEGAL.id(), "priority", priority),
                        executionId,
                        outputs -> LegDeadlines.of(outputs, "remindEvery", hours))
                : decisions.decide(
                        "leg-deadlines",
                        Map.of("leg", "contract-review", "priority", priority),
                        executionId,
                        outputs -> LegDeadlines.of(outputs, hours));
    }

    void remind(String reviewId) {
        record(reviews.get(reviewId), EntryType.HANDOFF_REMINDED, "to", "group:" + GROUP);
    }

    void reportSilence(String reviewId, String managerGroup) {
        record(reviews.get(reviewId), EntryType.HANDOFF_ESCALATED, "to", "group:" + managerGroup);
    }

    private void record(ContractReview review, EntryType type, String name, String value) {
        ledger.append(entry(review, type).with(name, value));
    }

    private NewEntry entry(ContractReview review, EntryType type) {
        return NewEntry.of(review.reference(), type)
                .leg(batons.get(review.reference()).leg().id())
                .exchange(Exchange.AE_TO_LEGAL.id())
                .with("review", review.id());
    }
}
