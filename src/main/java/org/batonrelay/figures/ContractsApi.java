package org.batonrelay.figures;

import java.time.LocalDate;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures/contracts?from=&to=}: how long contracts take, and with whom. For managers only. */
@RestController
class ContractsApi {

    record Found(LocalDate from, LocalDate to, ContractFigures.Contracts contracts) {}

    private final ContractFigures figures;
    private final BusinessCalendar calendar;

    ContractsApi(ContractFigures figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    @GetMapping("/api/figures/contracts")
    Found contracts(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        FigureDays days = FigureDays.of(from, to, calendar);
        return new Found(days.first(), days.last(), figures.between(days.from(), days.until()));
    }
}
