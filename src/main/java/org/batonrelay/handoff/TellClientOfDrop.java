package org.batonrelay.handoff;

import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** The client hears by when they hear from us, while no manager has decided about what was dropped. */
@Component
class TellClientOfDrop implements Errand<TellClientOfDrop.Dropped> {

    static final ErrandName<Dropped> NAME = new ErrandName<>("tell-client-of-drop", Dropped.class);

    record Dropped(LeadReference reference, String offer) {}

    private final Offers offers;
    private final LeadTasks tasks;
    private final Delays delays;

    TellClientOfDrop(Offers offers, LeadTasks tasks, Delays delays) {
        this.offers = offers;
        this.tasks = tasks;
        this.delays = delays;
    }

    @Override
    public ErrandName<Dropped> name() {
        return NAME;
    }

    @Override
    public void run(Dropped told) {
        Offer offer = offers.find(told.offer()).orElseThrow();
        if (offers.last(offer.reference()).id().equals(offer.id())
                && tasks.find(offer.reference(), "decideDropped").isPresent()) {
            delays.tell(offer.reference());
        }
    }
}
