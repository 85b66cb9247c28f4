package org.batonrelay.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.watch.LegDeadlines;
import org.batonrelay.watch.Watch;
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
    private final ContractVersions versions;
    private final DealTerms terms;
    private final ContractPriority priorities;
    private final Deviations deviations;
    private final ReviewDeadlines deadlines;
    private final BusinessCalendar hours;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;

    Legal(
            ContractReviews reviews,
            ContractVersions versions,
            DealTerms terms,
            ContractPriority priorities,
            Deviations deviations,
            ReviewDeadlines deadlines,
            BusinessCalendar hours,
            Batons batons,
            Ledger ledger,
            Clock clock) {
        this.reviews = reviews;
        this.versions = versions;
        this.terms = terms;
        this.priorities = priorities;
        this.deviations = deviations;
        this.deadlines = deadlines;
        this.hours = hours;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param changed what is new since the round before; null for the first one */
    ContractReview ask(LeadReference reference, String giver, @Nullable String changed, String executionId) {
        Terms agreed = terms.of(reference);
        Integer version =
                versions.latest(reference).map(ContractVersion::number).orElse(null);
        int priority = priorities.of(agreed, executionId);
        ContractReview review = reviews.ask(reference, giver, changed, agreed, priority, version);
        ledger.append(entry(review, EntryType.HANDOFF_OFFERED)
                .with("receiver", "group:" + GROUP)
                .with("priority", priority)
                .with("version", version)
                .with("changed", changed));
        return review;
    }

    /** @param by who claimed it, or null when it was given back */
    void claim(String reviewId, @Nullable String by) {
        reviews.claim(reviewId, by);
        if (by != null) {
            record(reviews.get(reviewId), EntryType.HANDOFF_ACCEPTED, "by", by);
        }
    }

    /**
     * Asking for changes gives the contract back to the AE; the AE's clock starts anew whatever legal says.
     *
     * @param accepted terms that differ from the standard and are accepted, as promises are written
     */
    ContractReview answer(String reviewId, String verdict, @Nullable String note, @Nullable String accepted) {
        reviews.answer(reviewId, verdict, note);
        ContractReview review = reviews.get(reviewId);
        Clocks clocks = Clocks.of(reviews.rounds(review.reference()), clock.instant());
        int promised = verdict.equals("approve") ? deviations.accept(review, accepted) : 0;
        ledger.append(entry(review, EntryType.CONTRACT_REVIEWED)
                .with("decision", verdict)
                .with("note", note)
                .with("deviations", promised == 0 ? null : promised)
                .with("claimSeconds", clocks.claim().toSeconds())
                .with("reviewSeconds", clocks.review().toSeconds())
                .with("clientSeconds", clocks.client().toSeconds()));
        if (review.asksForChanges()) {
            ledger.append(entry(review, EntryType.HANDOFF_RETURNED)
                    .with("reason", "changes")
                    .with("note", note));
        }
        batons.touch(review.reference());
        return review;
    }

    /** The AE has the contract back from the client: to legal again, or nobody goes on with it. */
    void revise(String reviewId, boolean backToLegal, String note) {
        ContractReview review = reviews.get(reviewId);
        ledger.append(entry(review, EntryType.CONTRACT_REVISED)
                .with("decision", backToLegal ? "back-to-legal" : "give-up")
                .with("note", note)
                .with(
                        "clientSeconds",
                        Duration.between(Objects.requireNonNull(review.answeredAt()), clock.instant())
                                .toSeconds()));
        batons.touch(review.reference());
    }

    Look look(String reviewId, String priority, @Nullable Instant remindedOf, String executionId) {
        ContractReview review = reviews.get(reviewId);
        LegDeadlines counting = deadlines.of(review, priority, executionId);
        Watch watch = Watch.look(counting, review.since(), remindedOf, clock.instant(), hours, GROUP);
        return new Look(watch, review.since(), counting.managerGroup());
    }

    /** When legal has to have answered, or null for never; shown to legal and to the AE. */
    @Nullable
    Instant due(String reviewId, String priority, String executionId) {
        ContractReview review = reviews.get(reviewId);
        Instant due = deadlines.of(review, priority, executionId).escalateAt(review.since(), hours, GROUP);
        reviews.expect(reviewId, due);
        return due;
    }

    /** When the AE should have the contract back from the client. */
    @Nullable
    Instant revisionDue(String priority, String executionId) {
        return deadlines
                .ofRevision(priority, executionId)
                .remindAt(clock.instant(), hours, Exchange.AE_TO_LEGAL.from());
    }

    void remind(String reviewId) {
        record(reviews.get(reviewId), EntryType.HANDOFF_REMINDED, "receiver", "group:" + GROUP);
    }

    void reportSilence(String reviewId, String managerGroup) {
        record(reviews.get(reviewId), EntryType.HANDOFF_ESCALATED, "managerGroup", managerGroup);
    }

    private void record(ContractReview review, EntryType type, String name, String value) {
        ledger.append(entry(review, type).with(name, value));
    }

    private NewEntry entry(ContractReview review, EntryType type) {
        return NewEntry.of(review.reference(), type)
                .leg(batons.get(review.reference()).leg().id())
                .exchange(Exchange.AE_TO_LEGAL.id())
                .with("review", review.id())
                .with("round", review.round());
    }
}
