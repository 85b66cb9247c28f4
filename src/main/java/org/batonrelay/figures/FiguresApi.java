package org.batonrelay.figures;

import java.time.LocalDate;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.insight.LeadAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures?from=&to=&by=}: the figures of the relay. For managers only. */
@RestController
class FiguresApi {

    /** @param to the last day, too */
    record Answer(LocalDate from, LocalDate to, @Nullable String by, List<GroupFigures> figures) {}

    private final Figures figures;
    private final BusinessCalendar calendar;

    FiguresApi(Figures figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    /** The last ninety days and all together, unless something else is asked for. */
    @GetMapping("/api/figures")
    Answer figures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by) {
        FigureDays days = FigureDays.of(from, to, calendar);
        FiguresBy of = by == null || by.isBlank()
                ? null
                : FiguresBy.of(by)
                        .orElseThrow(() -> LeadAccess.refused(
                                HttpStatus.BAD_REQUEST,
                                "\"by\" is team, person, source, week or partner, or left out."));
        return new Answer(
                days.first(),
                days.last(),
                of == null ? null : by,
                figures.between(days.from(), days.until(), of, days.zone()));
    }
}
