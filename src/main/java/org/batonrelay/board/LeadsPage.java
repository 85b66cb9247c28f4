package org.batonrelay.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.insight.Names;
import org.batonrelay.insight.Viewer;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code GET /leads}: the leads that somebody may see, in a browser, as a list or as a board. */
@Controller
class LeadsPage {

    private static final int ON_A_BOARD = 20;

    /** @param link sorts by this column, the other way round when it is sorted by it already; null where nothing does */
    record Column(
            String label, @Nullable String link, @Nullable String sorted) {}

    /** @param more shows all of this leg as a list */
    record LegColumn(String name, long leads, String value, List<RowView> rows, String more) {}

    private final LeadBoard board;
    private final People people;
    private final FigureLeads figures;
    private final BusinessCalendar calendar;
    private final Clock clock;
    private final Choices choices;

    LeadsPage(
            LeadBoard board,
            People people,
            FigureLeads figures,
            BusinessCalendar calendar,
            Clock clock,
            Choices choices) {
        this.board = board;
        this.people = people;
        this.figures = figures;
        this.calendar = calendar;
        this.clock = clock;
        this.choices = choices;
    }

    @GetMapping(path = "/leads", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(@RequestParam MultiValueMap<String, String> parameters, Authentication login) {
        Viewer viewer = Viewer.of(login);
        ModelAndView page = new ModelAndView("lead/list");
        page.addObject("partner", viewer.isPartner());
        page.addObject("manager", viewer.isManager());
        page.addObject("choices", choices.all());
        try {
            Question question = Question.of(parameters, viewer, people, figures);
            Address address = new Address("/leads", question.said());
            page.addObject("said", question.said());
            page.addObject("figure", figures.inWords(question.said()));
            page.addObject("carried", address.carried(figures.parameters()));
            page.addObject(
                    "asList",
                    address.with("view", null).without("after", "page").text());
            page.addObject(
                    "asBoard",
                    address.with("view", "board")
                            .without("after", "page", "sort")
                            .text());
            page.addObject(
                    "csv",
                    address.at("/leads.csv").without("view", "after", "page").text());
            page.addObject(
                    "xlsx",
                    address.at("/leads.xlsx").without("view", "after", "page").text());
            page.addObject("asksFor", question.board() ? "board" : "list");
            RowWriter rows = new RowWriter(new Names(people), calendar.zone("manager"), clock.instant());
            if (question.board()) {
                board(page, viewer, question, address, rows);
            } else {
                list(page, viewer, question, address, rows);
            }
        } catch (ErrorResponseException refused) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("refused", refused.getBody().getDetail());
            page.addObject("said", Map.of());
            page.addObject("carried", Map.of());
            page.addObject("asksFor", "nothing");
        }
        return page;
    }

    private void list(ModelAndView page, Viewer viewer, Question question, Address address, RowWriter writer) {
        Order order = question.order();
        List<LeadRow> found =
                board.rows(viewer, question.filter(), order, LeadBoard.PAGE_SIZE + 1, LeadListApi.skip(question));
        List<LeadRow> shown = found.subList(0, Math.min(found.size(), LeadBoard.PAGE_SIZE));
        Map<String, LeadBoard.Sum> sums = board.sums(viewer, question.filter());
        page.addObject("rows", shown.stream().map(writer::write).toList());
        page.addObject("columns", columns(viewer, order, address.without("after", "page")));
        page.addObject(
                "total",
                RowWriter.number(
                        sums.values().stream().mapToLong(LeadBoard.Sum::leads).sum()));
        page.addObject(
                "value",
                RowWriter.euros(sums.values().stream()
                        .map(LeadBoard.Sum::value)
                        .filter(Objects::nonNull)
                        .reduce(Long::sum)
                        .orElse(null)));
        page.addObject(
                "next",
                found.size() > shown.size()
                        ? address.without("page")
                                .with("after", LeadListApi.next(order, shown))
                                .text()
                        : null);
        page.addObject(
                "first",
                order.after() == null ? null : address.without("after", "page").text());
    }

    private void board(ModelAndView page, Viewer viewer, Question question, Address address, RowWriter writer) {
        LeadFilter open = question.filter().openUnlessSaid();
        Map<String, LeadBoard.Sum> sums = board.sums(viewer, open);
        List<LegColumn> columns = new ArrayList<>();
        for (Leg leg : Leg.values()) {
            LeadBoard.Sum sum = sums.getOrDefault(leg.id(), new LeadBoard.Sum(leg.id(), 0, null));
            if (question.filter().leg() == null || question.filter().leg().equals(leg.id())) {
                List<LeadRow> rows = sum.leads() == 0
                        ? List.of()
                        : board.rows(viewer, open.inLeg(leg.id()), question.order(), ON_A_BOARD, 0);
                columns.add(new LegColumn(
                        leg.id(),
                        sum.leads(),
                        RowWriter.euros(sum.value()),
                        rows.stream().map(writer::write).toList(),
                        address.with("view", null)
                                .with("leg", leg.id())
                                .with("state", question.said().getOrDefault("state", LeadFilter.OPEN))
                                .text()));
            }
        }
        page.addObject("legs", columns);
        page.addObject("openOnly", question.filter().state() == null);
        page.addObject(
                "total",
                RowWriter.number(columns.stream().mapToLong(LegColumn::leads).sum()));
    }

    private static List<Column> columns(Viewer viewer, Order order, Address address) {
        Function<String, Column> plain = label -> new Column(label, null, null);
        List<Column> columns = new ArrayList<>();
        for (LeadSort sort :
                List.of(LeadSort.CLIENT, LeadSort.LEG, LeadSort.HOLDER, LeadSort.SINCE, LeadSort.NEXT, LeadSort.DUE)) {
            columns.add(column(viewer, order, address, sort));
        }
        columns.add(plain.apply("Flags"));
        columns.add(column(viewer, order, address, LeadSort.VALUE));
        return columns;
    }

    private static Column column(Viewer viewer, Order order, Address address, LeadSort sort) {
        boolean sorted = order.by() == sort;
        return new Column(
                sort.label(),
                viewer.isPartner() && !sort.forPartners()
                        ? null
                        : address.with("sort", order.next(sort)).text(),
                sorted ? order.down() ? "descending" : "ascending" : null);
    }
}
