package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells the managers by mail that a leg waits for their decision. */
@Component
class StalledNotice implements Errand {

    static final String NAME = "leg-stalled";

    private final HouseLetters letters;
    private final Batons batons;

    StalledNotice(HouseLetters letters, Batons batons) {
        this.letters = letters;
        this.batons = batons;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference, task, group */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        letters.write(
                NAME + ":" + part[1],
                NAME,
                reference,
                Holder.group(part[2]),
                Map.of(
                        "task", letters.task(part[1]),
                        "holder", letters.nameOf(batons.get(reference).holder())));
    }
}
