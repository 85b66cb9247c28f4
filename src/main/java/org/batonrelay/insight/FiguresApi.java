package org.batonrelay.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/figures?from=&to=&by=}: the figures of the relay. For managers only. */
@RestController
class FiguresApi {

    private static final String MANAGERS = "manager";
    private static final int USUAL_DAYS = 90;

    /** Each entry of the time asked for is looked at. */
    private static final int MOST_DAYS = 800;

    /** @param to the last day, too */
    record Answer(LocalDate from, LocalDate to, @Nullable String by, List<GroupFigures> figures) {}

    private final Figures figures;
    private final BusinessCalendar calendar;

    FiguresApi(Figures figures, BusinessCalendar calendar) {
        this.figures = figures;
        this.calendar = calendar;
    }

    /** The last ninety days and all together, unless something else is asked for. Days are those of the managers. */
    @GetMapping("/api/figures")
    Answer figures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by) {
        LocalDate last = to == null || to.isBlank() ? calendar.today(MANAGERS) : day("to", to);
        LocalDate first = from == null || from.isBlank() ? last.minusDays(USUAL_DAYS) : day("from", from);
        if (first.isAfter(last)) {
            throw refused("\"from\" is after \"to\": " + first + " and " + last + ".");
        }
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw refused("That is more than " + MOST_DAYS + " days. Ask for a shorter time.");
        }
        FiguresBy of = by == null || by.isBlank()
                ? null
                : FiguresBy.of(by)
                        .orElseThrow(() -> refused("\"by\" is team, person, source, week or partner, or left out."));
        return new Answer(
                first,
                last,
                of == null ? null : by,
                figures.between(
                        calendar.at(first, LocalTime.MIDNIGHT, MANAGERS),
                        calendar.at(last.plusDays(1), LocalTime.MIDNIGHT, MANAGERS),
                        of,
                        calendar.zone(MANAGERS)));
    }

    private static LocalDate day(String name, String said) {
        try {
            return LocalDate.parse(said.strip());
        } catch (DateTimeException e) {
            throw refused("\"" + name + "\" is a day such as 2026-11-30.");
        }
    }

    private static RuntimeException refused(String sentence) {
        return LeadAccess.refused(HttpStatus.BAD_REQUEST, sentence);
    }
}
