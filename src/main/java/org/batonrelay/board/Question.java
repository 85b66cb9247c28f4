package org.batonrelay.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.insight.Viewer;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;

/**
 * What an address asks of the list. Everything that it cannot mean is said, and a parameter that there is not as well:
 * left out in silence it would show everything.
 *
 * @param said the parameters that are not empty
 * @param page counts from 1
 */
record Question(Map<String, String> said, LeadFilter filter, Order order, boolean board, int page) {

    private static final Set<String> KNOWN = Set.of(
            "q",
            "holder",
            "team",
            "leg",
            "flag",
            "state",
            "late",
            "source",
            "campaign",
            "value",
            "segment",
            "sort",
            "view",
            "page",
            "after");

    /** What a partner may ask by: nothing that would tell them what is not shared. */
    private static final Set<String> PARTNERS = Set.of("q", "leg", "state", "sort", "view", "page", "after");

    static Question of(MultiValueMap<String, String> parameters, Viewer viewer, People people, FigureLeads figures) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> said = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name) && !figures.parameters().contains(name)) {
                Set<String> known = new TreeSet<>(KNOWN);
                known.addAll(figures.parameters());
                faults.add(new Fault(
                        name,
                        "There is no parameter \"" + name + "\" here; there are " + String.join(", ", known) + "."));
            } else if (values.size() > 1) {
                faults.add(new Fault(name, "\"" + name + "\" is there more than once."));
            } else if (values.get(0) != null && !values.get(0).isBlank()) {
                said.put(name, values.get(0).strip());
            }
        });
        Reader reader = new Reader(said, faults);
        Order order = reader.read(
                "sort",
                Order::of,
                "Leads are sorted by changed, client, leg, holder, since, next, due"
                        + " or value, and the other way round with a hyphen before it.");
        order = order == null ? Order.USUAL : order;
        Order from =
                reader.read("after", order::after, "\"after\" is the \"next\" of the page before, in the same order.");
        Integer page = reader.read("page", Question::pageNumber, "A page is a number, and the first is 1.");
        String view = reader.oneOf("view", List.of("list", "board"));
        LeadFilter filter = new LeadFilter(
                said.get("q"),
                holders(said, people, faults),
                reader.said("leg", Leg::of, "This is no leg: capture, qualification, deal or onboarding."),
                reader.said(
                        "flag",
                        Flag::of,
                        "This is no flag: summary-unanswered, one-contact, no-next-step or" + " mail-bounced."),
                reader.oneOf(
                        "state",
                        Stream.concat(
                                        Stream.of(LeadFilter.OPEN),
                                        Stream.of(Baton.State.values()).map(Baton.State::id))
                                .toList()),
                said.containsKey("late") ? Boolean.valueOf(reader.oneOf("late", List.of("true", "false"))) : null,
                said.get("source"),
                said.get("campaign"),
                said.get("segment"),
                reader.read(
                        "value",
                        Amount::of,
                        "A value is in euros: 10000 for at least that, 10000-50000, -50000 for at"
                                + " most that, or unknown."),
                figures.of(of(said, figures.parameters()), viewer, faults));
        if (viewer.isPartner()) {
            said.keySet().stream()
                    .filter(name -> !PARTNERS.contains(name))
                    .map(name -> new Fault(name, "Partners search by q, leg and state."))
                    .forEach(faults::add);
            if (!order.by().forPartners()) {
                faults.add(new Fault("sort", "Partners sort by changed, client, leg or since."));
            }
        }
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return new Question(said, filter, from == null ? order : from, "board".equals(view), page == null ? 1 : page);
    }

    static ErrorResponseException refused(List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                faults.stream().map(Fault::message).distinct().collect(Collectors.joining(" ")));
        problem.setTitle("The list cannot be searched like this");
        problem.setProperties(Map.of("errors", faults));
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    static Map<String, String> of(Map<String, String> said, Set<String> names) {
        Map<String, String> some = new HashMap<>(said);
        some.keySet().retainAll(names);
        return some;
    }

    private static List<String> holders(Map<String, String> said, People people, List<Fault> faults) {
        String holder = said.get("holder");
        String team = said.get("team");
        if (team == null) {
            return holder == null ? List.of() : List.of(holder);
        }
        if (!people.groupExists(team)) {
            faults.add(new Fault("team", "There is no team \"" + team + "\"."));
            return List.of();
        }
        List<String> theirs = Stream.concat(Stream.of(Holder.group(team).value()), people.members(team).stream())
                .toList();
        return holder == null ? theirs : theirs.contains(holder) ? List.of(holder) : List.of("");
    }

    private static int pageNumber(String page) {
        int number = Integer.parseInt(page);
        if (number < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
        return number;
    }

    private record Reader(Map<String, String> said, List<Fault> faults) {

        <T> @Nullable T read(String name, Function<String, T> how, String otherwise) {
            String value = said.get(name);
            try {
                return value == null ? null : how.apply(value);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(name, otherwise));
                return null;
            }
        }

        @Nullable
        String said(String name, Function<String, ?> how, String otherwise) {
            return read(name, how, otherwise) == null ? null : said.get(name);
        }

        @Nullable
        String oneOf(String name, List<String> values) {
            String value = said.get(name);
            if (value != null && !values.contains(value)) {
                faults.add(new Fault(name, "\"" + name + "\" is one of " + String.join(", ", values) + "."));
                return null;
            }
            return value;
        }
    }
}
