package org.batonrelay.handoff;

import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Errand;
import org.springframework.stereotype.Component;

/** The client hears by when they hear from us, while no manager has decided about what was dropped. */
@Component
class TellClientOfDrop implements Errand {

    static final String NAME = "tell-client-of-drop";

    private final Offers offers;
    private final LeadTasks tasks;
    private final Delays delays;

    TellClientOfDrop(Offers offers, LeadTasks tasks, Delays delays) {
        this.offers = offers;
        this.tasks = tasks;
        this.delays = delays;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference and offer */
    @Override
    public void run(String payload) {
        Offer offer = offers.find(payload.split(" ")[1]).orElseThrow();
        if (offers.last(offer.reference()).id().equals(offer.id())
                && tasks.find(offer.reference(), "decideDropped").isPresent()) {
            delays.tell(offer.reference());
        }
    }
}
