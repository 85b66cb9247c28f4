package org.batonrelay.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.accounts.AccountOwners;
import org.batonrelay.accounts.Region;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Picks the team for a lead by the decision {@code lead-routing}. */
@Component
public class Routing implements ReadsDecision {

    private static final String TEAM = "sdr";
    private static final Duration MOMENT = Duration.ofMinutes(1);

    /** @param receiver a user id, or {@code group:} and a group id */
    public record Route(String receiver, Priority priority) {}

    /** What the table says, before the house's own promises. */
    private record Decided(String receiver, Priority priority, Decisions.Rule rule) {}

    private final Decisions decisions;
    private final Leads leads;
    private final AccountOwners owners;
    private final OpenRelays relays;
    private final People people;
    private final BusinessCalendar calendar;
    private final Ledger ledger;
    private final Clock clock;

    Routing(
            Decisions decisions,
            Leads leads,
            AccountOwners owners,
            OpenRelays relays,
            People people,
            BusinessCalendar calendar,
            Ledger ledger,
            Clock clock) {
        this.decisions = decisions;
        this.leads = leads;
        this.owners = owners;
        this.relays = relays;
        this.people = people;
        this.calendar = calendar;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Decides anew, and puts decision and inputs on record. The owner of the lead's account comes before the team that
     * the table names, unless they have said that this lead is not theirs. Who has asked to be called has priority
     * high, whatever the table says: a promise of this house, not a rule that somebody may forget to copy.
     *
     * @param executionId where an incident is shown when the table cannot be read
     */
    @Transactional
    public Route route(LeadReference reference, @Nullable String executionId) {
        Lead lead = leads.get(reference);
        Map<String, @Nullable Object> inputs = inputs(lead);
        Decided decided = decisions.decide("lead-routing", inputs, executionId, this::read);
        Optional<String> owner = owners.ownerOf(reference).filter(it -> !hasSaidNotOurs(it, reference));
        Route route =
                new Route(owner.orElse(decided.receiver()), lead.wantsContact() ? Priority.HIGH : decided.priority());
        leads.prioritise(reference, route.priority());
        NewEntry entry = NewEntry.of(reference, EntryType.LEAD_ROUTED)
                .leg("capture")
                .with("receiver", route.receiver())
                .with("priority", route.priority().id())
                .with("rule", decided.rule().id())
                .with("ruleSays", decisions.described(decided.rule()))
                .with("accountOwner", owner.orElse(null));
        for (Map.Entry<String, @Nullable Object> input : inputs.entrySet()) {
            entry = entry.with(input.getKey(), input.getValue());
        }
        ledger.append(entry);
        return route;
    }

    /** The rule of the table that has routed this lead last; null for one that nobody has routed. */
    @Transactional(readOnly = true)
    public @Nullable String ruleOf(LeadReference reference) {
        return ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.LEAD_ROUTED)
                .reduce((earlier, later) -> later)
                .map(entry -> entry.detail().get("rule"))
                .map(String::valueOf)
                .orElse(null);
    }

    private boolean hasSaidNotOurs(String person, LeadReference reference) {
        return ledger.of(reference).stream()
                .anyMatch(it -> it.type() == EntryType.HANDOFF_NOT_OURS
                        && person.equals(it.detail().get("by")));
    }

    private Map<String, @Nullable Object> inputs(Lead lead) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("segment", lead.segment());
        inputs.put("region", Region.of(lead.country()));
        inputs.put("language", code(lead.language()));
        inputs.put("namedAccount", lead.namedAccount());
        inputs.put("source", lead.source());
        inputs.put("officeOpen", isOpen());
        inputs.put("openBatons", relays.heldBy(team()));
        return inputs;
    }

    private List<String> team() {
        return Stream.concat(Stream.of("group:" + TEAM), people.members(TEAM).stream())
                .toList();
    }

    /** Open is when the next minute is one of opening time. */
    private boolean isOpen() {
        Instant now = clock.instant();
        return calendar.due(now, MOMENT.toString(), "business", TEAM).equals(now.plus(MOMENT));
    }

    @Override
    public Set<String> decisions() {
        return Set.of("lead-routing");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        read(outputs, new Decisions.Rule("", ""));
    }

    private Decided read(Map<String, @Nullable Object> outputs, Decisions.Rule rule) {
        String group = String.valueOf(outputs.get("receiverGroup"));
        if (!people.groupExists(group)) {
            throw new IllegalArgumentException("lead-routing: there is no group '" + group + "' (receiverGroup)");
        }
        return new Decided("group:" + group, priority(String.valueOf(outputs.get("priority"))), rule);
    }

    private static Priority priority(String said) {
        try {
            return Priority.of(said);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "lead-routing: the priority '" + said + "' is none of high, normal, low", e);
        }
    }

    private static @Nullable String code(@Nullable String language) {
        return language == null ? null : language.split("[-_]")[0].toLowerCase(Locale.ROOT);
    }
}
