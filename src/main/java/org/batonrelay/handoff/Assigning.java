package org.batonrelay.handoff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.batonrelay.baton.HeldBatons;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.Share;
import org.batonrelay.team.Shares;
import org.batonrelay.team.TakingTurns;
import org.batonrelay.team.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a group is offered the next baton, where the process owner has asked for turns, for the least busy, or for
 * caps. Load is counted from batons and offers as they are, by one at a time for each group, on however many nodes; for
 * a group that shares nothing out, nothing is counted.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Assigning {

    private static final int PLENTY = 50;

    private final Shares shares;
    private final Turns turns;
    private final TakingTurns order;
    private final HeldBatons held;
    private final Offers offers;
    private final ParkedBatons parked;
    private final Receivers receivers;

    Assigning(
            Shares shares,
            Turns turns,
            TakingTurns order,
            HeldBatons held,
            Offers offers,
            ParkedBatons parked,
            Receivers receivers) {
        this.shares = shares;
        this.turns = turns;
        this.order = order;
        this.held = held;
        this.offers = offers;
        this.parked = parked;
        this.receivers = receivers;
    }

    static String turn(String group) {
        return "assign " + group;
    }

    /** @param choice who of the receiver can be offered it */
    Choice among(Holder receiver, Choice choice, LeadReference reference, @Nullable String executionId) {
        if (!receiver.isGroup() || choice.people().isEmpty() || choice.everybodyAway()) {
            return choice;
        }
        String group = receiver.id();
        Shares.Table table = shares.table(executionId);
        Map<String, Share> wanted = shares(table, group, choice.people());
        if (table.mode(group) == Share.Mode.POOL && wanted.values().stream().allMatch(it -> it.cap() == null)) {
            return choice;
        }
        turns.take(turn(group));
        Map<String, Integer> load = load(choice.people());
        Map<String, String> skipped = new LinkedHashMap<>(choice.skipped());
        wanted.forEach((person, share) -> {
            int batons = load.getOrDefault(person, 0);
            if (share.isFull(batons)) {
                skipped.put(person, "full: " + batons + " of at most " + share.cap());
            }
        });
        wanted.keySet().removeAll(skipped.keySet());
        boolean behind = parked.oldest(group, 1).stream().anyMatch(oldest -> !oldest.equals(reference));
        return wanted.isEmpty() || behind
                ? Choice.parked(skipped)
                : pick(table.mode(group), group, wanted, load, choice, skipped);
    }

    /** Whether it matters in this group who is offered what. */
    boolean sharesOut(Holder receiver) {
        if (!receiver.isGroup()) {
            return false;
        }
        Shares.Table table = shares.table(null);
        return table.mode(receiver.id()) != Share.Mode.POOL
                || shares(
                                table,
                                receiver.id(),
                                receivers.choose(receiver, Set.of()).people())
                        .values()
                        .stream()
                        .anyMatch(share -> share.cap() != null);
    }

    /** How many batons a group has room for now; as good as any where nobody has a cap. */
    long room(String group) {
        Set<String> people = receivers.choose(Holder.group(group), Set.of()).people();
        Map<String, Integer> load = load(people);
        return shares(shares.table(null), group, people).entrySet().stream()
                .mapToLong(it -> it.getValue().room(load.getOrDefault(it.getKey(), 0), PLENTY))
                .sum();
    }

    private Choice pick(
            Share.Mode mode,
            String group,
            Map<String, Share> wanted,
            Map<String, Integer> load,
            Choice choice,
            Map<String, String> skipped) {
        return switch (mode) {
            case POOL ->
                skipped.equals(choice.skipped())
                        ? choice
                        : new Choice(
                                String.join(",", wanted.keySet()),
                                new LinkedHashSet<>(wanted.keySet()),
                                false,
                                skipped,
                                null);
            case ROUND_ROBIN -> {
                Map<String, Integer> weights = new TreeMap<>();
                wanted.forEach((person, share) -> weights.put(person, share.weight()));
                yield choice.narrowedTo(
                        order.next(group, weights), wanted.keySet(), skipped, "whose turn it was, by weight");
            }
            case LEAST_BUSY ->
                choice.narrowedTo(
                        leastBusy(wanted, load),
                        wanted.keySet(),
                        skipped,
                        "who had the fewest batons for their weight");
        };
    }

    private static String leastBusy(Map<String, Share> wanted, Map<String, Integer> load) {
        return wanted.keySet().stream()
                .min(java.util.Comparator.<String>comparingDouble(person -> load.getOrDefault(person, 0)
                                / (double) java.util.Objects.requireNonNull(wanted.get(person))
                                        .weight())
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static Map<String, Share> shares(Shares.Table table, String group, Set<String> people) {
        Map<String, Share> shares = new LinkedHashMap<>();
        people.forEach(person -> shares.put(person, table.of(group, person)));
        return shares;
    }

    /** What each holds, and what is offered to them alone. */
    private Map<String, Integer> load(Set<String> people) {
        Map<String, Integer> load = held.count(people);
        offers.waitingFor(people).forEach((person, many) -> load.merge(person, many, Integer::sum));
        return load;
    }
}
