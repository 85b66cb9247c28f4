package org.batonrelay.handoff;

import java.util.Map;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Lets one parked baton be offered; should somebody else have taken the room meanwhile, it is parked as before. */
@Component
class OfferParked implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("offer-parked");

    private final LeadTasks tasks;

    OfferParked(LeadTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String reference) {
        tasks.tellAll(new LeadReference(reference), "slotFreed", Map.of());
    }
}
