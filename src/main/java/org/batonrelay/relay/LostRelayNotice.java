package org.batonrelay.relay;

import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Marketing hears why a lead was closed whose process could not tell it any more. */
@Component
class LostRelayNotice implements Errand {

    static final String NAME = "lost-relay-closed";

    private final MarketingLetters letters;

    LostRelayNotice(MarketingLetters letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference and reason, a line each */
    @Override
    public void run(String payload) {
        String[] lines = payload.split("\n", 2);
        letters.tell(new LeadReference(lines[0]), lines[1]);
    }
}
