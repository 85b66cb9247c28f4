package org.batonrelay.figures;

import java.time.LocalDate;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/figures/time-to-value?from=&to=}: how long customers wait for what they came for; and {@code
 * /api/figures/repeated}: how often clients had to repeat themselves, by leg. For managers only.
 */
@RestController
class OnboardingApi {

    record Value(LocalDate from, LocalDate to, OnboardingFigures.TimeToValue timeToValue) {}

    record Repeated(LocalDate from, LocalDate to, List<OnboardingFigures.Repeated> repeated) {}

    private final OnboardingFigures figures;
    private final BusinessCalendar calendar;

    OnboardingApi(OnboardingFigures figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    @GetMapping("/api/figures/time-to-value")
    Value timeToValue(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        FigureDays days = FigureDays.of(from, to, calendar);
        return new Value(days.first(), days.last(), figures.timeToValue(days.from(), days.until()));
    }

    @GetMapping("/api/figures/repeated")
    Repeated repeated(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        FigureDays days = FigureDays.of(from, to, calendar);
        return new Repeated(days.first(), days.last(), figures.repeated(days.from(), days.until()));
    }
}
