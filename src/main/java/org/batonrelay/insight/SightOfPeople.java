package org.batonrelay.insight;

import org.batonrelay.chat.LeadRights;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** The rights of a lead's page, for somebody who is known by other means than a login. */
@Component
class SightOfPeople implements LeadRights {

    private final LeadSight sight;
    private final People people;

    SightOfPeople(LeadSight sight, People people) {
        this.sight = sight;
        this.people = people;
    }

    @Override
    public boolean sees(String person, LeadReference lead) {
        return sight.sees(new Viewer(person, people.groupsOf(person)), lead);
    }
}
