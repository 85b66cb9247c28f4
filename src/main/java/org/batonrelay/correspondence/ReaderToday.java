package org.batonrelay.correspondence;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.team.Absences;
import org.springframework.stereotype.Component;

/** Who hears of what a client says: whoever holds the lead, or stands in for them while they are away. */
@Component
class ReaderToday {

    private final Batons batons;
    private final Absences absences;

    ReaderToday(Batons batons, Absences absences) {
        this.batons = batons;
        this.absences = absences;
    }

    Holder of(LeadReference reference) {
        Holder holder = batons.get(reference).holder();
        return holder.isGroup()
                ? holder
                : absences.standInFor(holder.id()).map(Holder::person).orElse(holder);
    }
}
