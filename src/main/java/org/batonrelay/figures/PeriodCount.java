package org.batonrelay.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Leg;
import org.batonrelay.board.Address;
import org.batonrelay.engine.Partners;
import org.batonrelay.insight.Names;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of figures together. Long because each of its tables stands here once. */
@Component
@Transactional(readOnly = true)
class PeriodCount {

    static final List<Counted> OF_OFFERS = of(Counted.Table.OFFER);
    private static final List<Counted> OF_SUMMARIES = of(Counted.Table.SUMMARY);
    private static final List<Counted> OF_PROMISES = of(Counted.Table.PROMISE);
    private static final List<Counted> OF_LEADS = of(Counted.Table.LEAD);
    private static final String ALL = "'all'";
    private static final List<String> LEGS =
            Arrays.stream(Leg.values()).map(Leg::id).toList();
    private static final int FEW = 5;
    private static final int LINES = 50;

    private final Figuring figuring;
    private final OnboardingFigures onboarding;
    private final People people;
    private final Clock clock;

    PeriodCount(Figuring figuring, OnboardingFigures onboarding, People people, Clock clock) {
        this.figuring = figuring;
        this.onboarding = onboarding;
        this.people = people;
        this.clock = clock;
    }

    PeriodFigures of(FigureDays days, Per per, @Nullable Split by) {
        FigureDays before = days.before();
        Map<String, Counts> byDay = figuring.offersByDay(OF_OFFERS, days);
        Counts summaries = one(OF_SUMMARIES, days);
        long unannounced = summaries.of(Counted.SUMMARIES) - summaries.of(Counted.SUMMARIES_ANNOUNCED);
        long unannouncedConfirmed =
                summaries.of(Counted.SUMMARIES_CONFIRMED) - summaries.of(Counted.SUMMARIES_ANNOUNCED_CONFIRMED);
        return new PeriodFigures(
                days.first(),
                days.last(),
                before.first(),
                before.last(),
                days.zone().getId(),
                per.id(),
                by == null ? null : by.id(),
                exchanges(byDay, days, before),
                legs(days, before),
                numbers(OF_SUMMARIES, summaries, one(OF_SUMMARIES, before), days, Map.of()),
                percent(summaries.of(Counted.SUMMARIES_ANNOUNCED_CONFIRMED), summaries.of(Counted.SUMMARIES_ANNOUNCED)),
                percent(unannouncedConfirmed, unannounced),
                lines(List.of(Counted.DEPARTURES), Split.PERSON, days, before),
                numbers(OF_PROMISES, one(OF_PROMISES, days), one(OF_PROMISES, before), days, Map.of()),
                lines(OF_LEADS, Split.SOURCE, days, before),
                lines(OF_LEADS, Split.CAMPAIGN, days, before),
                by == null ? List.of() : groups(by, days, before),
                trend(byDay, days, per),
                figuring.forecast(LocalDate.ofInstant(clock.instant(), days.zone())).stream()
                        .map(it -> new PeriodFigures.Closing(it.month(), it.deals(), it.value()))
                        .toList(),
                onboarding.repeated(days.from(), days.until()));
    }

    private List<PeriodFigures.ExchangeLine> exchanges(Map<String, Counts> byDay, FigureDays days, FigureDays before) {
        String column = Counted.Table.OFFER.at();
        Map<String, Counts> now = new TreeMap<>();
        byDay.forEach((at, counts) -> now.merge(at.substring(0, at.lastIndexOf(' ')), counts, Counts::plus));
        Map<String, Counts> then = figuring.counts(OF_OFFERS, column, before);
        Map<String, Map<String, Long>> drops = figuring.causes(Counted.DROPPED, days);
        Map<String, Map<String, Long>> returns = figuring.causes(Counted.RETURNED, days);
        Map<String, Figuring.Lasting> minutes = new TreeMap<>();
        figuring.minutesToAccept(days).forEach(it -> minutes.put(it.at(), it));
        return now.entrySet().stream()
                .map(exchange -> {
                    String at = exchange.getKey();
                    Counts counts = exchange.getValue();
                    Counts earlier = then.getOrDefault(at, Counts.NONE);
                    Figuring.Lasting took = minutes.get(at);
                    return new PeriodFigures.ExchangeLine(
                            at,
                            numbers(OF_OFFERS, counts, earlier, days, Map.of("at", at)),
                            causes(Counted.DROPPED, at, drops.get(at), days),
                            causes(Counted.RETURNED, at, returns.get(at), days),
                            met(counts),
                            met(earlier),
                            took == null ? 0 : took.n(),
                            took == null ? null : took.median(),
                            took == null ? null : took.p90());
                })
                .sorted(Comparator.comparing(PeriodFigures.ExchangeLine::exchange, this::asTheRelayGoes))
                .toList();
    }

    private int asTheRelayGoes(String one, String other) {
        List<String> order = Arrays.stream(Exchange.values()).map(Exchange::id).toList();
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }

    private List<PeriodFigures.LegLine> legs(FigureDays days, FigureDays before) {
        List<Counted> finished = List.of(Counted.LEGS);
        Map<String, Counts> now = figuring.counts(finished, Counted.Table.LEG.at(), days);
        Map<String, Counts> then = figuring.counts(finished, Counted.Table.LEG.at(), before);
        Map<String, Figuring.Lasting> hours = new TreeMap<>();
        figuring.hoursOfLegs(days).forEach(it -> hours.put(it.at(), it));
        return now.entrySet().stream()
                .map(leg -> {
                    Figuring.Lasting took = hours.get(leg.getKey());
                    return new PeriodFigures.LegLine(
                            leg.getKey(),
                            number(
                                    Counted.LEGS,
                                    leg.getValue(),
                                    then.getOrDefault(leg.getKey(), Counts.NONE),
                                    days,
                                    Map.of("at", leg.getKey())),
                            took == null ? null : took.median(),
                            took == null ? null : took.p90(),
                            took == null || took.n() < FEW);
                })
                .sorted(Comparator.comparing(line -> LEGS.indexOf(line.leg())))
                .toList();
    }

    private List<PeriodFigures.Line> groups(Split by, FigureDays days, FigureDays before) {
        return lines(OF_OFFERS, by, days, before).stream()
                .filter(line -> by != Split.PARTNER || Partners.isGroup(line.of()))
                .toList();
    }

    private List<PeriodFigures.Line> lines(List<Counted> figures, Split by, FigureDays days, FigureDays before) {
        Map<String, Counts> now = figuring.counts(figures, by, days);
        Map<String, Counts> then = figuring.counts(figures, by, before);
        Map<String, Figuring.Worth> won = figures == OF_LEADS ? figuring.won(by, days) : Map.of();
        Names names = new Names(people);
        return now.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Counts> line) -> -line.getValue().of(figures.get(0))))
                .limit(LINES)
                .map(line -> new PeriodFigures.Line(
                        line.getKey(),
                        switch (by) {
                            case TEAM, PARTNER -> people.groupName(line.getKey());
                            case PERSON -> names.of(line.getKey());
                            default -> line.getKey();
                        },
                        numbers(
                                figures,
                                line.getValue(),
                                then.getOrDefault(line.getKey(), Counts.NONE),
                                days,
                                Map.of("by", by.id(), "of", line.getKey())),
                        won.containsKey(line.getKey()) ? won.get(line.getKey()).value() : null))
                .toList();
    }

    private List<PeriodFigures.Bucket> trend(Map<String, Counts> byDay, FigureDays days, Per per) {
        Map<LocalDate, Counts> steps = new TreeMap<>();
        byDay.forEach((day, counts) ->
                steps.merge(per.first(LocalDate.parse(day.substring(day.lastIndexOf(' ') + 1))), counts, Counts::plus));
        List<PeriodFigures.Bucket> buckets = new ArrayList<>();
        Counts none = Counts.NONE;
        for (LocalDate first = per.first(days.first()); !first.isAfter(days.last()); first = per.next(first)) {
            LocalDate last = per.next(first).minusDays(1);
            FigureDays step = FigureDays.of(
                    first.isBefore(days.first()) ? days.first() : first,
                    last.isAfter(days.last()) ? days.last() : last,
                    days.zone());
            Counts counts = steps.getOrDefault(first, none);
            buckets.add(new PeriodFigures.Bucket(
                    step.first(), step.last(), numbers(OF_OFFERS, counts, null, step, Map.of()), met(counts)));
        }
        return buckets;
    }

    private Counts one(List<Counted> figures, FigureDays days) {
        return figuring.counts(figures, ALL, days).getOrDefault("all", Counts.NONE);
    }

    private static List<PeriodFigures.Cause> causes(
            Counted figure, String at, @Nullable Map<String, Long> causes, FigureDays days) {
        return causes == null
                ? List.of()
                : causes.entrySet().stream()
                        .map(it -> new PeriodFigures.Cause(
                                it.getKey(),
                                new Tally(
                                        it.getValue(),
                                        null,
                                        link(figure, days, Map.of("at", at, "cause", it.getKey())))))
                        .toList();
    }

    private static Map<String, Tally> numbers(
            List<Counted> figures, Counts now, @Nullable Counts before, FigureDays days, Map<String, String> more) {
        Map<String, Tally> numbers = new LinkedHashMap<>();
        figures.forEach(figure -> numbers.put(figure.id(), number(figure, now, before, days, more)));
        return numbers;
    }

    private static Tally number(
            Counted figure, Counts now, @Nullable Counts before, FigureDays days, Map<String, String> more) {
        return new Tally(now.of(figure), before == null ? null : before.of(figure), link(figure, days, more));
    }

    private static String link(Counted figure, FigureDays days, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("figure", figure.id());
        parameters.putAll(new TreeMap<>(more));
        parameters.put("from", days.first().toString());
        parameters.put("to", days.last().toString());
        parameters.put("zone", days.zone().getId());
        return new Address("/leads", parameters).text();
    }

    private static @Nullable Double met(Counts counts) {
        return percent(counts.of(Counted.DEADLINES_MET), counts.of(Counted.DEADLINES));
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Math.round(1000.0 * part / whole) / 10.0;
    }

    private static List<Counted> of(Counted.Table table) {
        return Arrays.stream(Counted.values()).filter(it -> it.table() == table).toList();
    }
}
