package org.batonrelay.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.batonrelay.handoff.Offer;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * What became of the offers at one exchange.
 *
 * @param accepted by a receiver; what a manager took by force is counted apart
 * @param returnReasons the most frequent first, as the other counts
 * @param misroutedBy the rules of {@code lead-routing} that sent what was not theirs
 * @param expired offers that a partner let lie, and that came back in-house
 * @param minutes from offer to acceptance
 * @param deadlines how many offers were accepted or their deadline has passed, and how many of them were accepted in
 *     time; what was dropped, left to lie or taken over by a manager is among them
 */
record ExchangeFigures(
        String exchange,
        long offers,
        long accepted,
        long takenOver,
        long returned,
        Map<String, Long> returnReasons,
        long notOurs,
        Map<String, Long> misroutedBy,
        long escalated,
        long dropped,
        Map<String, Long> dropCauses,
        long expired,
        Spread minutes,
        Met deadlines) {

    record Met(long n, long met) {}

    /** @param offers those that the entries are about, by their ids; helpers' requests have none */
    static ExchangeFigures of(String exchange, List<LedgerEntry> entries, Map<String, Offer> offers, Instant now) {
        DropReport drops = DropReport.of(entries);
        List<LedgerEntry> accepted = ofType(entries, EntryType.HANDOFF_ACCEPTED).stream()
                .filter(entry -> !entry.detail().containsKey("takenOver"))
                .toList();
        List<Offer> taken = accepted.stream()
                .map(entry -> offers.get(DropReport.text(entry, "offerId")))
                .filter(Objects::nonNull)
                .toList();
        List<LedgerEntry> returned = ofType(entries, EntryType.HANDOFF_RETURNED);
        List<LedgerEntry> notOurs = ofType(entries, EntryType.HANDOFF_NOT_OURS);
        return new ExchangeFigures(
                exchange,
                ofType(entries, EntryType.HANDOFF_OFFERED).size(),
                accepted.size(),
                ofType(entries, EntryType.HANDOFF_ACCEPTED).size() - accepted.size(),
                returned.size(),
                DropReport.counted(returned, entry -> DropReport.text(entry, "reason")),
                notOurs.size(),
                DropReport.counted(
                        notOurs.stream()
                                .filter(entry -> entry.detail().get("rule") != null)
                                .toList(),
                        entry -> DropReport.text(entry, "rule")),
                ofType(entries, EntryType.HANDOFF_ESCALATED).size(),
                drops.drops(),
                drops.causes(),
                ofType(entries, EntryType.HANDOFF_EXPIRED).size(),
                Spread.of(taken.stream().map(ExchangeFigures::minutes).toList()),
                met(entries, offers, now));
    }

    /** An offer counts once: where it ended, or, while it is open, where it was made. */
    private static Met met(List<LedgerEntry> entries, Map<String, Offer> offers, Instant now) {
        List<Offer> due = entries.stream()
                .map(entry -> counted(entry, offers.get(DropReport.text(entry, "offerId"))))
                .flatMap(Optional::stream)
                .distinct()
                .filter(offer -> deadline(offer) != null)
                .filter(offer -> isMissed(offer, now) || offer.outcome() == Offer.Outcome.ACCEPTED)
                .toList();
        return new Met(
                due.size(), due.stream().filter(offer -> !isMissed(offer, now)).count());
    }

    private static Optional<Offer> counted(LedgerEntry entry, @Nullable Offer offer) {
        return Optional.ofNullable(offer).filter(it -> entry.type() == countedBy(it.outcome()));
    }

    private static EntryType countedBy(Offer.Outcome outcome) {
        return switch (outcome) {
            case OPEN -> EntryType.HANDOFF_OFFERED;
            case ACCEPTED, TAKEN -> EntryType.HANDOFF_ACCEPTED;
            case RETURNED -> EntryType.HANDOFF_RETURNED;
            case NOT_OURS -> EntryType.HANDOFF_NOT_OURS;
            case REASSIGNED -> EntryType.HANDOFF_REASSIGNED;
            case RECALLED -> EntryType.HANDOFF_RECALLED;
            case DROPPED, CLOSED -> EntryType.HANDOFF_DROPPED;
            case EXPIRED -> EntryType.HANDOFF_EXPIRED;
        };
    }

    /** What nobody took in the end is missed, whenever it was given up. */
    private static boolean isMissed(Offer offer, Instant now) {
        return switch (offer.outcome()) {
            case DROPPED, EXPIRED, TAKEN -> true;
            case OPEN -> now.isAfter(Objects.requireNonNull(deadline(offer)));
            default -> !isInTime(offer);
        };
    }

    private static double minutes(Offer offer) {
        return Duration.between(offer.offeredAt(), Objects.requireNonNull(offer.settledAt()))
                        .toSeconds()
                / 60.0;
    }

    /** By when it should be taken, as the form and the mails say it. */
    private static @Nullable Instant deadline(Offer offer) {
        return offer.escalateAt() == null ? offer.dropAt() : offer.escalateAt();
    }

    private static boolean isInTime(Offer offer) {
        Instant deadline = deadline(offer);
        return deadline != null && !Objects.requireNonNull(offer.settledAt()).isAfter(deadline);
    }

    private static List<LedgerEntry> ofType(List<LedgerEntry> entries, EntryType type) {
        return DropReport.ofType(entries, type);
    }
}
