package org.batonrelay.handoff;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.team.Turns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether somebody of a group has room again, and lets as many parked batons go on, the oldest first. */
@Component
class ResumeParked implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("resume-parked");

    private final ParkedBatons parked;
    private final Parking parking;
    private final Assigning assigning;
    private final Turns turns;
    private final Errands errands;

    ResumeParked(ParkedBatons parked, Parking parking, Assigning assigning, Turns turns, Errands errands) {
        this.parked = parked;
        this.parking = parking;
        this.assigning = assigning;
        this.turns = turns;
        this.errands = errands;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String group) {
        turns.take(Assigning.turn(group));
        parked.oldest(group, assigning.room(group))
                .forEach(reference -> errands.later(null, OfferParked.NAME, reference.value()));
        parking.lookAgain(group);
    }
}
