package org.batonrelay.baton;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.batonrelay.lead.LeadField;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process owner shares with partners, by the decision {@code partner-sharing}; it counts at once. */
@Component
public class SharedFields implements ReadsDecision {

    /** All that can be shared; what has no name here never leaves the house. */
    private static final Set<String> KNOWN = Stream.concat(
                    LeadField.facts().stream().map(LeadField::key),
                    Stream.of(
                            "contacts",
                            "notes",
                            "return",
                            "sentBack",
                            "summary",
                            "promises",
                            "nextStep",
                            "flags",
                            "meetings",
                            "contract",
                            "messages",
                            "comments",
                            "files",
                            "colleagues"))
            .collect(Collectors.toUnmodifiableSet());

    private final Decisions decisions;
    private final Batons batons;
    private final People people;

    SharedFields(Decisions decisions, Batons batons, People people) {
        this.decisions = decisions;
        this.batons = batons;
        this.people = people;
    }

    /** By which name each word is shared: a fact of a lead by its own, unless these say otherwise. */
    static Map<String, String> withFacts(Map<String, String> others) {
        Map<String, String> names = new HashMap<>();
        LeadField.facts().forEach(fact -> names.put(fact.key(), fact.key()));
        names.putAll(others);
        return Map.copyOf(names);
    }

    /** What somebody of a partner's sees of a lead; whoever is of the house sees everything. */
    public Shared with(String person, LeadReference reference) {
        Set<String> groups = people.groupsOf(person);
        return Partners.isPartner(groups) ? with(Holder.person(person), groups, reference) : Shared.EVERYTHING;
    }

    /** The same for a reader of notices, who may be a group. */
    public Shared with(Holder reader, LeadReference reference) {
        if (!reader.isGroup()) {
            return with(reader.id(), reference);
        }
        return Partners.isGroup(reader.id()) ? with(reader, List.of(reader.id()), reference) : Shared.EVERYTHING;
    }

    private Shared with(Holder reader, Collection<String> groups, LeadReference reference) {
        Baton baton = batons.get(reference);
        List<String> partners = groups.stream().filter(Partners::isGroup).toList();
        boolean held = Stream.concat(Stream.of(reader), partners.stream().map(Holder::group))
                .anyMatch(baton.holder()::equals);
        return new Shared(
                partners.stream()
                        .flatMap(group -> fields(group, baton.leg(), held).stream())
                        .collect(Collectors.toSet()),
                held,
                false);
    }

    private Set<String> fields(String group, Leg leg, boolean held) {
        return decisions.decide(
                "partner-sharing",
                Map.of("group", group, "leg", leg.id(), "held", held),
                null,
                outputs -> read(String.valueOf(outputs.get("fields"))));
    }

    @Override
    public Set<String> decisions() {
        return Set.of("partner-sharing");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        read(String.valueOf(outputs.get("fields")));
    }

    private static Set<String> read(String written) {
        Set<String> fields = Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty() && !field.equals("null"))
                .collect(Collectors.toSet());
        fields.stream().filter(field -> !KNOWN.contains(field)).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException("partner-sharing: there is no field '" + field + "'");
        });
        return fields;
    }
}
