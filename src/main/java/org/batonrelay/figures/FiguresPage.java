package org.batonrelay.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.batonrelay.board.Address;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.insight.LeadAccess;
import org.batonrelay.insight.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** {@code GET /figures?from&to&by&per&zone}: the figures of a stretch of days on one page, or as JSON. For managers. */
@Controller
class FiguresPage {

    private static final Set<String> KNOWN = Set.of("from", "to", "by", "per", "zone");

    /** More steps than this are a list that nobody reads. */
    private static final int MOST_STEPS = 120;

    private record Asked(FigureDays days, Per per, @Nullable Split by) {}

    private final PeriodCount count;
    private final BusinessCalendar calendar;

    FiguresPage(PeriodCount count, BusinessCalendar calendar) {
        this.count = count;
        this.calendar = calendar;
    }

    @ResponseBody
    @GetMapping(path = "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    PeriodFigures json(@RequestParam MultiValueMap<String, String> parameters, Authentication login) {
        if (!Viewer.of(login).isManager()) {
            throw LeadAccess.refused(HttpStatus.FORBIDDEN, "Figures are for managers.");
        }
        Asked asked = asked(parameters);
        return count.of(asked.days(), asked.per(), asked.by());
    }

    @GetMapping(path = "/figures", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView html(@RequestParam MultiValueMap<String, String> parameters, Authentication login) {
        if (!Viewer.of(login).isManager()) {
            return new ModelAndView("error", Map.of("status", HttpStatus.FORBIDDEN.value()), HttpStatus.FORBIDDEN);
        }
        ModelAndView page = new ModelAndView("lead/figures");
        page.addObject("splits", Arrays.stream(Split.values()).map(Split::id).toList());
        page.addObject("steps", Arrays.stream(Per.values()).map(Per::id).toList());
        Map<String, String> said = new TreeMap<>(parameters.toSingleValueMap());
        try {
            Asked asked = asked(parameters);
            page.addObject("figures", count.of(asked.days(), asked.per(), asked.by()));
            page.addObject("periods", periods(asked.days(), new Address("/figures", said)));
        } catch (ErrorResponseException refused) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("refused", refused.getBody().getDetail());
        }
        page.addObject("said", said);
        return page;
    }

    private record Period(String label, String link) {}

    private List<Period> periods(FigureDays days, Address address) {
        LocalDate today = calendar.today("manager");
        return List.of(
                period("This month", today.withDayOfMonth(1), today, address),
                period(
                        "Last month",
                        today.minusMonths(1).withDayOfMonth(1),
                        today.withDayOfMonth(1).minusDays(1),
                        address),
                period("This quarter", Per.QUARTER.first(today), today, address),
                period("A year", today.minusYears(1).plusDays(1), today, address),
                period("The days before", days.before().first(), days.before().last(), address));
    }

    private static Period period(String label, LocalDate first, LocalDate last, Address address) {
        return new Period(
                label,
                address.with("from", first.toString())
                        .with("to", last.toString())
                        .text());
    }

    private Asked asked(MultiValueMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                throw refused("There is no parameter \"" + name + "\" here.");
            }
            if (values.size() > 1) {
                throw refused("\"" + name + "\" is there more than once.");
            }
        });
        FigureDays days = FigureDays.of(
                parameters.getFirst("from"), parameters.getFirst("to"), parameters.getFirst("zone"), calendar);
        String per = said(parameters, "per");
        String by = said(parameters, "by");
        Per step = per == null
                ? Per.MONTH
                : Per.of(per).orElseThrow(() -> refused("\"per\" is day, week, month or quarter."));
        Split split = by == null
                ? null
                : Split.of(by)
                        .orElseThrow(
                                () -> refused("\"by\" is team, partner, person, leg, source, segment or campaign."));
        long length = ChronoUnit.DAYS.between(days.first(), days.last());
        if (step == Per.DAY && length > MOST_STEPS) {
            throw refused("That is more than " + MOST_STEPS + " steps. Ask for a shorter time, or per week.");
        }
        return new Asked(days, step, split);
    }

    private static @Nullable String said(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static ErrorResponseException refused(String sentence) {
        return LeadAccess.refused(HttpStatus.BAD_REQUEST, sentence);
    }
}
