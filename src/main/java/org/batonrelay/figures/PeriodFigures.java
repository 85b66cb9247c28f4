package org.batonrelay.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a manager reads in a minute of a stretch of days.
 *
 * @param to the last day, too
 * @param beforeFrom the first of as many days directly before, with which the numbers are compared
 */
record PeriodFigures(
        LocalDate from,
        LocalDate to,
        LocalDate beforeFrom,
        LocalDate beforeTo,
        String zone,
        String per,
        @Nullable String by,
        List<ExchangeLine> exchanges,
        List<LegLine> legs,
        Map<String, Tally> summaries,
        @Nullable Double announcedConfirmedPercent,
        @Nullable Double unannouncedConfirmedPercent,
        List<Line> departures,
        Map<String, Tally> promises,
        List<Line> sources,
        List<Line> campaigns,
        List<Line> groups,
        List<Bucket> trend,
        List<Closing> forecast,
        List<OnboardingFigures.Repeated> repeated) {

    /**
     * @param numbers by the figure's id
     * @param causes of drops and returns, the most frequent first
     * @param metPercent of the deadlines that counted; null where none did
     */
    record ExchangeLine(
            String exchange,
            Map<String, Tally> numbers,
            List<Cause> drops,
            List<Cause> returns,
            @Nullable Double metPercent,
            @Nullable Double metPercentBefore,
            long accepted,
            @Nullable Double medianMinutes,
            @Nullable Double p90Minutes) {

        public String label() {
            return Exchange.labelOf(exchange);
        }
    }

    record Cause(String cause, Tally number) {}

    /** @param few fewer than five, of which nobody should conclude much */
    record LegLine(
            String leg,
            Tally finished,
            @Nullable Double medianHours,
            @Nullable Double p90Hours,
            boolean few) {}

    /** @param value in euros, where deals are among them and known */
    record Line(
            String of,
            String name,
            Map<String, Tally> numbers,
            @Nullable Long value) {}

    record Bucket(
            LocalDate from,
            LocalDate to,
            Map<String, Tally> numbers,
            @Nullable Double metPercent) {}

    record Closing(LocalDate month, long deals, long value) {}
}
