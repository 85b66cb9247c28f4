package org.batonrelay.mending;

import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells the managers that a lead has come to a standstill. */
@Component
class PartedNotice implements Errand {

    static final String NAME = "relay-parted";

    private final HouseLetters letters;
    private final Batons batons;
    private final MendingProcess process;

    PartedNotice(HouseLetters letters, Batons batons, MendingProcess process) {
        this.letters = letters;
        this.batons = batons;
        this.process = process;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference and task */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        process.missing(part[1])
                .ifPresent(missing -> letters.tell(letters.notice(
                                NAME + ":" + part[1],
                                NAME,
                                reference,
                                Holder.group("manager"),
                                Map.of(
                                        "task", letters.task(part[1]),
                                        "missing", missing,
                                        "holder",
                                                letters.nameOf(
                                                        batons.get(reference).holder())))
                        .toldBy(NAME, payload)));
    }
}
