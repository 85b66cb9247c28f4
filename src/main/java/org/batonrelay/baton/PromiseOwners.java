package org.batonrelay.baton;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/**
 * Who sees to a promise of ours today: what a holder promised goes on with the baton, and what nobody here can keep any
 * more is the holder's, too. Asked in one place, so that a card, a list and the client's page name the same person.
 */
@Component
class PromiseOwners {

    private final Batons batons;
    private final People people;
    private final Ledger ledger;

    PromiseOwners(Batons batons, People people, Ledger ledger) {
        this.batons = batons;
        this.people = people;
        this.ledger = ledger;
    }

    /** The same promises of one lead with the owners of today; what is settled stays with whoever settled it. */
    List<Promise> today(LeadReference reference, List<Promise> recorded) {
        if (recorded.stream().noneMatch(PromiseOwners::isOursAndOpen)) {
            return recorded;
        }
        Holder holder = batons.get(reference).holder();
        Set<String> earlier = recorded.stream().allMatch(it -> it.owner().equals(holder.value()))
                ? Set.of()
                : earlierHolders(reference);
        return recorded.stream()
                .map(it -> isOursAndOpen(it) && (earlier.contains(it.owner()) || !isKnown(new Holder(it.owner())))
                        ? it.ownedBy(holder)
                        : it)
                .toList();
    }

    private static boolean isOursAndOpen(Promise promise) {
        return promise.side().equals("us") && promise.state().equals("open");
    }

    private Set<String> earlierHolders(LeadReference reference) {
        return ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.HOLDER_CHANGED)
                .map(entry -> String.valueOf(entry.detail().get("from")))
                .collect(Collectors.toSet());
    }

    private boolean isKnown(Holder owner) {
        return owner.isGroup()
                ? people.groupExists(owner.id())
                : people.person(owner.id()).isPresent();
    }
}
