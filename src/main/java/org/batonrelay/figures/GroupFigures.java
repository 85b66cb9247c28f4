package org.batonrelay.figures;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.batonrelay.handoff.Offer;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one team, person, source, week or partner; or of all together.
 *
 * @param of whose, by its id; null for all together
 * @param acceptedPercent of the offers that were answered; null where none was
 * @param returnedPercent of these, what came back or was not theirs
 * @param departures by what was done, the most frequent first
 */
record GroupFigures(
        @Nullable String of,
        @Nullable String name,
        @Nullable Double acceptedPercent,
        @Nullable Double returnedPercent,
        List<ExchangeFigures> exchanges,
        Summaries summaries,
        long departures,
        Map<String, Long> departuresByWhat,
        Scores meetingScores) {

    /** How good the AEs found the meetings that SDRs had fixed, 1 to 5; null where none was rated. */
    record Scores(long n, @Nullable Double average) {

        static Scores of(List<LedgerEntry> entries) {
            List<Integer> scores = DropReport.ofType(entries, EntryType.MEETING_RATED).stream()
                    .map(entry -> ((Number) entry.detail().getOrDefault("score", 0)).intValue())
                    .toList();
            OptionalDouble average = scores.stream().mapToInt(Integer::intValue).average();
            return new Scores(scores.size(), average.isEmpty() ? null : Math.round(10 * average.getAsDouble()) / 10.0);
        }
    }

    /**
     * @param announced confirmed ones that had been announced in the talk
     * @param confirmedPercent of those that were answered or left unanswered; null where there are none
     */
    record Summaries(
            long written,
            long sent,
            long confirmed,
            long announced,
            long corrected,
            long unanswered,
            @Nullable Double confirmedPercent) {

        static Summaries of(List<LedgerEntry> entries) {
            List<LedgerEntry> confirmed = DropReport.ofType(entries, EntryType.SUMMARY_CONFIRMED);
            long corrected = count(entries, EntryType.SUMMARY_CORRECTED);
            long unanswered = count(entries, EntryType.SUMMARY_UNANSWERED);
            return new Summaries(
                    count(entries, EntryType.SUMMARY_WRITTEN),
                    count(entries, EntryType.SUMMARY_SENT),
                    confirmed.size(),
                    confirmed.stream()
                            .filter(entry -> Boolean.TRUE.equals(entry.detail().get("announced")))
                            .count(),
                    corrected,
                    unanswered,
                    percent(confirmed.size(), confirmed.size() + corrected + unanswered));
        }
    }

    static GroupFigures of(
            @Nullable String of,
            @Nullable String name,
            List<LedgerEntry> entries,
            Map<String, Offer> offers,
            Instant now) {
        Map<String, List<LedgerEntry>> byExchange = entries.stream()
                .filter(entry -> entry.type().id().startsWith("handoff."))
                .collect(Collectors.groupingBy(entry -> String.valueOf(entry.exchange())));
        List<ExchangeFigures> exchanges = byExchange.entrySet().stream()
                .map(exchange -> ExchangeFigures.of(exchange.getKey(), exchange.getValue(), offers, now))
                .sorted(Comparator.comparingLong(ExchangeFigures::offers)
                        .reversed()
                        .thenComparing(ExchangeFigures::exchange))
                .toList();
        long accepted = exchanges.stream().mapToLong(ExchangeFigures::accepted).sum();
        long returned =
                exchanges.stream().mapToLong(it -> it.returned() + it.notOurs()).sum();
        long silent =
                exchanges.stream().mapToLong(it -> it.dropped() + it.expired()).sum();
        List<LedgerEntry> departures = DropReport.ofType(entries, EntryType.DEPARTURE_RECORDED);
        return new GroupFigures(
                of,
                name,
                percent(accepted, accepted + returned + silent),
                percent(returned, accepted + returned + silent),
                exchanges,
                Summaries.of(entries),
                departures.size(),
                DropReport.counted(departures, entry -> DropReport.text(entry, "what")),
                Scores.of(entries));
    }

    private static long count(List<LedgerEntry> entries, EntryType type) {
        return DropReport.ofType(entries, type).size();
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Math.round(1000.0 * part / whole) / 10.0;
    }
}
