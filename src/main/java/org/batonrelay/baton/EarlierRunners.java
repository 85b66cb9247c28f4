package org.batonrelay.baton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.lead.Customers;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has run a lead before, as the ledger knows: the way back leads to them. */
@Component
public class EarlierRunners {

    private static final Holder MANAGERS = Holder.group("manager");

    private final Ledger ledger;
    private final Batons batons;
    private final Customers customers;
    private final People people;

    EarlierRunners(Ledger ledger, Batons batons, Customers customers, People people) {
        this.ledger = ledger;
        this.batons = batons;
        this.customers = customers;
        this.people = people;
    }

    /**
     * People and groups, the last one first: without today's holder, without who has left, and without the managers as
     * a group, who hold what was dropped and have run nothing.
     */
    public List<Holder> of(LeadReference reference) {
        Holder today = batons.get(reference).holder();
        Set<Holder> lastFirst = new LinkedHashSet<>();
        ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.HOLDER_CHANGED)
                .map(entry -> new Holder(String.valueOf(entry.detail().get("to"))))
                .forEach(holder -> {
                    lastFirst.remove(holder);
                    lastFirst.add(holder);
                });
        List<Holder> all = new ArrayList<>(lastFirst);
        Collections.reverse(all);
        return all.stream()
                .filter(holder -> !holder.equals(today) && !holder.equals(MANAGERS) && isStillHere(holder))
                .toList();
    }

    /**
     * Who ran a leg to its end the last time, of a customer also in the relay before, as a receiver is written; null
     * where that was a group, today's holder, or somebody who has left.
     */
    @Nullable
    public String receiver(LeadReference reference, Leg leg) {
        return of(reference, leg).map(Holder::value).orElse(null);
    }

    /** The same. */
    public Optional<Holder> of(LeadReference reference, Leg leg) {
        return working(reference, leg)
                .or(() -> customers.earlier(reference).flatMap(earlier -> working(earlier, leg)))
                .filter(it -> !it.equals(batons.get(reference).holder()));
    }

    private Optional<Holder> working(LeadReference reference, Leg leg) {
        return who(reference, leg).filter(it -> !it.isGroup() && people.isWorking(it.id()));
    }

    /** Who held the lead when this leg ended last, whoever that was; empty while it never has. */
    public Optional<Holder> who(LeadReference reference, Leg leg) {
        Holder holder = null;
        Holder runner = null;
        for (LedgerEntry entry : ledger.of(reference)) {
            if (entry.type() == EntryType.HOLDER_CHANGED) {
                holder = new Holder(String.valueOf(entry.detail().get("to")));
            } else if (entry.type() == EntryType.LEG_FINISHED && leg.id().equals(entry.leg())) {
                runner = holder;
            }
        }
        return Optional.ofNullable(runner);
    }

    private boolean isStillHere(Holder holder) {
        return holder.isGroup()
                ? people.groupExists(holder.id())
                : people.person(holder.id()).isPresent();
    }
}
