package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells the holder by mail that nothing was done for a lead. */
@Component
class QuietNotice implements Errand {

    static final String NAME = "leg-quiet";

    private final HouseLetters letters;
    private final Batons batons;

    QuietNotice(HouseLetters letters, Batons batons) {
        this.letters = letters;
        this.batons = batons;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference, and the ledger entry of this one reminder */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        Baton baton = batons.get(reference);
        letters.write(
                NAME + ":" + part[0] + ":" + part[1],
                NAME,
                reference,
                baton.holder(),
                Map.of("nextStep", baton.nextStep() == null ? "none agreed" : baton.nextStep()));
    }
}
