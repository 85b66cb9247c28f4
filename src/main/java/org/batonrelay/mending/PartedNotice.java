package org.batonrelay.mending;

import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells the managers that a lead has come to a standstill. */
@Component
class PartedNotice implements Errand<PartedNotice.Parted> {

    static final ErrandName<Parted> NAME = new ErrandName<>("relay-parted", Parted.class);

    record Parted(LeadReference reference, String task) {}

    private final HouseLetters letters;
    private final Batons batons;
    private final MendingProcess process;

    PartedNotice(HouseLetters letters, Batons batons, MendingProcess process) {
        this.letters = letters;
        this.batons = batons;
        this.process = process;
    }

    @Override
    public ErrandName<Parted> name() {
        return NAME;
    }

    @Override
    public void run(Parted told) {
        process.missing(told.task())
                .ifPresent(missing -> letters.tell(letters.notice(
                                NAME + ":" + told.task(),
                                NAME.value(),
                                told.reference(),
                                Holder.group("manager"),
                                Map.of(
                                        "task", letters.task(told.task()),
                                        "missing", missing,
                                        "holder",
                                                letters.nameOf(batons.get(told.reference())
                                                        .holder())))
                        .toldBy(NAME, told)));
    }
}
