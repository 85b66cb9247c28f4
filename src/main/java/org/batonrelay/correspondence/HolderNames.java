package org.batonrelay.correspondence;

import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** What our people are called towards clients. */
@Component
public class HolderNames {

    private final Batons batons;
    private final People people;

    HolderNames(Batons batons, People people) {
        this.batons = batons;
        this.people = people;
    }

    public String ofHolder(LeadReference reference) {
        Holder holder = batons.get(reference).holder();
        return holder.isGroup() ? people.groupName(holder.id()) : of(holder.id());
    }

    public String of(String person) {
        return people.person(person).map(Person::name).orElse(person);
    }
}
