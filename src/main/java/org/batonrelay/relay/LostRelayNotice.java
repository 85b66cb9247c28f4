package org.batonrelay.relay;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Marketing hears why a lead was closed whose process could not tell it any more. */
@Component
class LostRelayNotice implements Errand<LostRelayNotice.Lost> {

    static final ErrandName<Lost> NAME = new ErrandName<>("lost-relay-closed", Lost.class, "\\n");

    record Lost(LeadReference reference, String why) {}

    private final MarketingLetters letters;

    LostRelayNotice(MarketingLetters letters) {
        this.letters = letters;
    }

    @Override
    public ErrandName<Lost> name() {
        return NAME;
    }

    @Override
    public void run(Lost told) {
        letters.tell(told.reference(), told.why());
    }
}
