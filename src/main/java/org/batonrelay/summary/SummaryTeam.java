package org.batonrelay.summary;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** Whose opening hours a summary's deadlines are counted in: those of the team that holds the lead. */
@Component
class SummaryTeam {

    private final Batons batons;
    private final People people;

    SummaryTeam(Batons batons, People people) {
        this.batons = batons;
        this.people = people;
    }

    /** @return a group id; blank, that is the default hours, for somebody of no team */
    String of(LeadReference reference) {
        Holder holder = batons.get(reference).holder();
        return holder.isGroup()
                ? holder.id()
                : people.groupsOf(holder.id()).stream().sorted().findFirst().orElse("");
    }
}
