package org.batonrelay.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.board.Condition;
import org.batonrelay.board.Fault;
import org.batonrelay.board.FigureLeads;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.insight.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** The leads behind a number: found by the very condition that it was counted by. */
@Component
class LeadsOfFigures implements FigureLeads {

    private static final String FIGURE = "figure";

    private final Figuring figuring;
    private final BusinessCalendar calendar;

    LeadsOfFigures(Figuring figuring, BusinessCalendar calendar) {
        this.figuring = figuring;
        this.calendar = calendar;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(FIGURE, "at", "cause", "from", "to", "zone", "by", "of");
    }

    @Override
    public @Nullable Condition of(Map<String, String> said, Viewer viewer, List<Fault> faults) {
        if (said.isEmpty()) {
            return null;
        }
        if (!viewer.isManager()) {
            said.keySet().forEach(name -> faults.add(new Fault(name, "Figures are for managers.")));
            return null;
        }
        Optional<Counted> figure = Optional.ofNullable(said.get(FIGURE)).flatMap(Counted::of);
        if (figure.isEmpty()) {
            String field =
                    said.containsKey(FIGURE) ? FIGURE : said.keySet().iterator().next();
            faults.add(new Fault(field, "There is no such figure: take the link of a number on /figures."));
            return null;
        }
        Optional<Split> by = Optional.ofNullable(said.get("by")).flatMap(Split::of);
        if (said.containsKey("by") != by.isPresent() || by.isPresent() != said.containsKey("of")) {
            faults.add(new Fault("by", "\"by\" and \"of\" belong together: by=source&of=fair, say."));
            return null;
        }
        try {
            FigureDays days = FigureDays.of(said.get("from"), said.get("to"), said.get("zone"), calendar);
            return condition(figure.get(), by.orElse(null), days, said);
        } catch (ErrorResponseException wrong) {
            faults.add(new Fault("from", String.valueOf(wrong.getBody().getDetail())));
            return null;
        }
    }

    private Condition condition(Counted figure, @Nullable Split by, FigureDays days, Map<String, String> said) {
        Map<String, Object> parameters = new HashMap<>(figuring.parameters(days));
        StringBuilder more = new StringBuilder();
        if (said.containsKey("at")) {
            more.append(" and ").append(figure.table().at()).append(" = :figureAt");
            parameters.put("figureAt", said.get("at"));
        }
        if (said.containsKey("cause")) {
            more.append(" and ").append(figure.table().cause()).append(" = :figureCause");
            parameters.put("figureCause", said.get("cause"));
        }
        if (by != null) {
            more.append(" and ").append(by.column(figure.table())).append(" = :figureOf");
            parameters.put("figureOf", said.get("of"));
        }
        return new Condition(
                "b.reference in " + figuring.leadsOf(figure, days, by == null ? "" : by.join(), more.toString()),
                parameters);
    }

    @Override
    public String inWords(Map<String, String> said) {
        Optional<Counted> figure = Optional.ofNullable(said.get(FIGURE)).flatMap(Counted::of);
        List<String> words = new ArrayList<>();
        figure.ifPresent(it -> {
            words.add(it.inWords());
            Optional.ofNullable(said.get("at")).ifPresent(at -> words.add("at " + at));
            Optional.ofNullable(said.get("cause")).ifPresent(cause -> words.add("because " + cause));
            Optional.ofNullable(said.get("of")).ifPresent(of -> words.add("of " + of));
            Optional.ofNullable(said.get("from")).ifPresent(from -> words.add("from " + from));
            Optional.ofNullable(said.get("to")).ifPresent(to -> words.add("to " + to));
        });
        return String.join(" ", words);
    }
}
