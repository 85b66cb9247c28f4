package org.batonrelay.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param deadlines how many accepted offers had one, and how many of these were accepted in time
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
    static ExchangeFigures of(String exchange, List<LedgerEntry> entries, Map<String, Offer> offers) {
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
                new Met(
                        taken.stream().filter(it -> deadline(it) != null).count(),
                        taken.stream().filter(ExchangeFigures::isInTime).count()));
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
