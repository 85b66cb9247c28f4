package org.batonrelay.baton;

import org.batonrelay.absence.Absences;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Who hears of a lead: whoever holds it, or stands in for them while they are away. */
@Component
public class ReaderToday {

    private final Batons batons;
    private final Absences absences;

    ReaderToday(Batons batons, Absences absences) {
        this.batons = batons;
        this.absences = absences;
    }

    public Holder of(LeadReference reference) {
        Holder holder = batons.get(reference).holder();
        return holder.isGroup()
                ? holder
                : absences.standInFor(holder.id()).map(Holder::person).orElse(holder);
    }
}
