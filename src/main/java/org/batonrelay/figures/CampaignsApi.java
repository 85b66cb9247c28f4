package org.batonrelay.figures;

import java.time.LocalDate;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures/campaigns?from=&to=}: how good the leads of each campaign were. For managers only. */
@RestController
class CampaignsApi {

    /** @param to the last day, too */
    record Answer(LocalDate from, LocalDate to, List<CampaignFigures.Campaign> campaigns) {}

    private final CampaignFigures figures;
    private final BusinessCalendar calendar;

    CampaignsApi(CampaignFigures figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    @GetMapping("/api/figures/campaigns")
    Answer campaigns(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        FigureDays days = FigureDays.of(from, to, calendar);
        return new Answer(days.first(), days.last(), figures.between(days.from(), days.until()));
    }
}
