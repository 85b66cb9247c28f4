package org.batonrelay.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.batonrelay.insight.Viewer;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/leads}: the list as JSON, or as a table by {@code Accept}. */
@RestController
class LeadListApi {

    /**
     * @param page counts from 1
     * @param next the {@code after} of the next page, which is found as fast as the first; null on the last
     */
    record Listed(
            List<LeadRow> leads,
            int page,
            int pageSize,
            long total,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    private final LeadBoard board;
    private final People people;
    private final FigureLeads figures;

    LeadListApi(LeadBoard board, People people, FigureLeads figures) {
        this.board = board;
        this.people = people;
        this.figures = figures;
    }

    @GetMapping(path = "/api/leads", produces = MediaType.APPLICATION_JSON_VALUE)
    Listed list(@RequestParam MultiValueMap<String, String> parameters, Authentication login) {
        Viewer viewer = Viewer.of(login);
        Question question = Question.of(parameters, viewer, people, figures);
        Order order = question.order();
        List<LeadRow> found = board.rows(viewer, question.filter(), order, LeadBoard.PAGE_SIZE + 1, skip(question));
        List<LeadRow> shown = found.subList(0, Math.min(found.size(), LeadBoard.PAGE_SIZE));
        return new Listed(
                shown,
                question.page(),
                LeadBoard.PAGE_SIZE,
                board.count(viewer, question.filter()),
                found.size() > shown.size() ? next(order, shown) : null);
    }

    static String next(Order order, List<LeadRow> shown) {
        LeadRow last = shown.get(shown.size() - 1);
        return order.token(last.key(), last.reference());
    }

    static long skip(Question question) {
        return question.order().after() == null ? (long) (question.page() - 1) * LeadBoard.PAGE_SIZE : 0;
    }
}
