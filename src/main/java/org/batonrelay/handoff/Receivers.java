package org.batonrelay.handoff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.batonrelay.absence.Absence;
import org.batonrelay.absence.Absences;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Routing;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can be offered a baton, as people and groups are now. */
@Component
public class Receivers {

    private final People people;
    private final Absences absences;
    private final Routing routing;

    Receivers(People people, Absences absences, Routing routing) {
        this.people = people;
        this.absences = absences;
        this.routing = routing;
    }

    /**
     * Those of a receiver who are offered the baton: who works here, is not away, and has not said that it is not
     * theirs. Where all of them are away, it waits for all of them.
     */
    Choice choose(Holder receiver, Set<String> refusers) {
        if (!receiver.isGroup()) {
            boolean can = !refusers.contains(receiver.id()) && people.isWorking(receiver.id());
            return can ? new Choice(receiver.id(), Set.of(receiver.id()), false, Map.of(), null) : Choice.NOBODY;
        }
        Map<String, String> skipped = new LinkedHashMap<>();
        Set<String> left = people.members(receiver.id());
        Map<String, Absence> away = absences.among(left);
        left.stream().filter(refusers::contains).forEach(it -> skipped.put(it, "said that it is not theirs"));
        left.removeAll(skipped.keySet());
        boolean everybodyAway = away.keySet().containsAll(left);
        if (!everybodyAway) {
            left.stream().filter(away::containsKey).forEach(it -> skipped.put(it, "away until " + lastDay(away, it)));
            left.removeAll(skipped.keySet());
        }
        String candidates = skipped.isEmpty() && !left.isEmpty() ? receiver.value() : String.join(",", left);
        return new Choice(candidates, left, everybodyAway && !left.isEmpty(), skipped, null);
    }

    private static String lastDay(Map<String, Absence> away, String person) {
        return Objects.requireNonNull(away.get(person)).lastDay().toString();
    }

    /** A person's days off count in their deadlines; a group goes on without one of its members. */
    Predicate<LocalDate> daysOff(String candidates) {
        return Offer.isOne(candidates) ? absences.daysOff(candidates) : date -> false;
    }

    /** Nothing is offered to somebody who is away: whoever stands in for them takes it, else their group. */
    Holder insteadOfAbsent(Holder receiver, Exchange exchange) {
        if (receiver.isGroup() || absences.of(receiver.id()).isEmpty()) {
            return receiver;
        }
        return absences.standInFor(receiver.id())
                .map(Holder::person)
                .orElseGet(() -> Holder.group(team(receiver, exchange)));
    }

    public boolean isPartner(Holder receiver) {
        return receiver.isGroup()
                ? Partners.isGroup(receiver.id())
                : Partners.isPartner(people.groupsOf(receiver.id()));
    }

    boolean isAway(String person) {
        return absences.of(person).isPresent();
    }

    Set<String> groupsOf(String person) {
        return people.groupsOf(person);
    }

    /** The managers of an offer, but not the one who gives it: nobody is escalated to himself. */
    public String managersBeside(Holder giver, String managerGroup) {
        return choose(Holder.group(managerGroup), giver.isGroup() ? Set.of() : Set.of(giver.id()))
                .candidates();
    }

    /** Whose opening hours count for a receiver: the group's, or the team's in which a person works. */
    String team(Holder receiver, Exchange exchange) {
        return receiver.isGroup() ? receiver.id() : people.teamOf(receiver.id(), exchange.to());
    }

    /** Who is offered the baton when somebody has said it is not theirs: routed again, without those who refused. */
    Holder insteadOf(
            Holder receiver, Set<String> refusers, LeadReference reference, Exchange exchange, String execution) {
        Holder next = exchange == Exchange.MARKETING_TO_SDR
                ? new Holder(routing.route(reference, execution).receiver())
                : receiver;
        return next.isGroup() || !refusers.contains(next.id()) ? next : Holder.group(team(next, exchange));
    }

    /**
     * What a manager wrote as the new receiver.
     *
     * @throws Refusal when there is nobody of that name
     */
    Holder require(String written) {
        String wanted = written.strip();
        if (wanted.isEmpty() || wanted.equals("group:")) {
            throw new Refusal("\"New receiver\": name a user id, or group: and a group id.");
        }
        Holder receiver = new Holder(wanted);
        if (choose(receiver, Set.of()).candidates().isEmpty()) {
            throw new Refusal("\"New receiver\": there is "
                    + (receiver.isGroup() ? "nobody in a group" : "no person") + " called '" + receiver.id()
                    + "'. Name a user id, or group: and a group id.");
        }
        return receiver;
    }

    /** User ids with commas between, as a variable holds them. */
    static Set<String> names(@Nullable String written) {
        return Arrays.stream(written == null ? new String[0] : written.split(","))
                .filter(it -> !it.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
