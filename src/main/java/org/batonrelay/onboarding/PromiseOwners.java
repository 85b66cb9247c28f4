package org.batonrelay.onboarding;

import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Promise;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** Who sees to a promise today. */
@Component
public class PromiseOwners {

    private final Batons batons;
    private final People people;
    private final Ledger ledger;

    PromiseOwners(Batons batons, People people, Ledger ledger) {
        this.batons = batons;
        this.people = people;
        this.ledger = ledger;
    }

    /**
     * What a holder promised goes on with the baton; what nobody here can keep any more is the holder's, too. The
     * client's own items are looked after by today's holder.
     */
    public Holder of(Promise promise) {
        Holder owner = new Holder(promise.owner());
        boolean theirs = promise.side().equals("us")
                && isKnown(owner)
                && !earlierHolders(promise.reference()).contains(promise.owner());
        return theirs ? owner : batons.get(promise.reference()).holder();
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
