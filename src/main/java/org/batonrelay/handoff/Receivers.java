package org.batonrelay.handoff;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Routing;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Holder;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can be offered a baton, as people and groups are now. */
@Component
class Receivers {

    private final People people;
    private final Routing routing;

    Receivers(People people, Routing routing) {
        this.people = people;
        this.routing = routing;
    }

    /** Those of a receiver who can take the baton: the group as it is, or user ids; empty when nobody is left. */
    String candidates(Holder receiver, Set<String> refusers) {
        if (!receiver.isGroup()) {
            boolean can = !refusers.contains(receiver.id())
                    && people.person(receiver.id()).isPresent();
            return can ? receiver.id() : "";
        }
        Set<String> members = people.members(receiver.id());
        Set<String> left = new LinkedHashSet<>(members);
        left.removeAll(refusers);
        return left.isEmpty() || left.size() < members.size() ? String.join(",", left) : receiver.value();
    }

    /** The managers of an offer, but not the one who gives it: nobody is escalated to himself. */
    String managersBeside(Holder giver, String managerGroup) {
        return candidates(Holder.group(managerGroup), giver.isGroup() ? Set.of() : Set.of(giver.id()));
    }

    /** Whose opening hours count for a receiver: the group's; for a person those of the first team they work in. */
    String team(Holder receiver, Exchange exchange) {
        if (receiver.isGroup()) {
            return receiver.id();
        }
        SortedSet<String> teams = people.teamsOf(receiver.id());
        return teams.isEmpty() || teams.contains(exchange.to()) ? exchange.to() : teams.first();
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
        if (candidates(receiver, Set.of()).isEmpty()) {
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
