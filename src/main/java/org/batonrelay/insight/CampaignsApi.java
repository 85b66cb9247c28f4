package org.batonrelay.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures/campaigns?from=&to=}: how good the leads of each campaign were. For managers only. */
@RestController
class CampaignsApi {

    private static final int USUAL_DAYS = 90;

    /** @param to the last day, too */
    record Answer(LocalDate from, LocalDate to, List<CampaignFigures.Campaign> campaigns) {}

    private final CampaignFigures figures;
    private final BusinessCalendar calendar;

    CampaignsApi(CampaignFigures figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    /** The last ninety days, unless other days are asked for. */
    @GetMapping("/api/figures/campaigns")
    Answer campaigns(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        LocalDate last = to == null ? calendar.today("marketing") : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        return new Answer(first, last, figures.between(start(first), start(last.plusDays(1))));
    }

    private Instant start(LocalDate day) {
        ZoneId zone = calendar.zone("marketing");
        return day.atStartOfDay(zone).toInstant();
    }
}
