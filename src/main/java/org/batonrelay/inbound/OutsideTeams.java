package org.batonrelay.inbound;

import java.util.stream.Stream;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Partners;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** Partners have their own leads; on the others they put nothing, not even a note. */
@Component
class OutsideTeams {

    private final People people;
    private final Batons batons;
    private final EarlierRunners earlier;

    OutsideTeams(People people, Batons batons, EarlierRunners earlier) {
        this.people = people;
        this.batons = batons;
        this.earlier = earlier;
    }

    /** Everybody of the house may; a partner, where they or their team hold the lead or have held it. */
    boolean mayWrite(LeadReference reference, String person) {
        boolean ofTheHouse = people.teamsOf(person).stream().anyMatch(team -> !Partners.isGroup(team));
        return ofTheHouse
                || Stream.concat(Stream.of(batons.get(reference).holder()), earlier.of(reference).stream())
                        .anyMatch(holder -> isOf(holder, person));
    }

    private boolean isOf(Holder holder, String person) {
        return holder.isGroup() ? people.isIn(person, holder.id()) : holder.id().equals(person);
    }
}
