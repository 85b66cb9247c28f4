package org.batonrelay.watch;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Tells the holder, or whoever stands in for them, that nothing was done for a lead. */
@Component
class QuietNotice implements Errand<QuietNotice.Quiet> {

    static final ErrandName<Quiet> NAME = new ErrandName<>("leg-quiet", Quiet.class);

    record Quiet(LeadReference reference, long reminder) {}

    private final HouseLetters letters;
    private final Batons batons;
    private final ReaderToday readers;
    private final Ledger ledger;

    QuietNotice(HouseLetters letters, Batons batons, ReaderToday readers, Ledger ledger) {
        this.letters = letters;
        this.batons = batons;
        this.readers = readers;
        this.ledger = ledger;
    }

    @Override
    public ErrandName<Quiet> name() {
        return NAME;
    }

    @Override
    public void run(Quiet told) {
        LeadReference reference = told.reference();
        Baton baton = batons.get(reference);
        if (isStillQuiet(baton, told.reminder())) {
            letters.tell(letters.notice(
                            NAME + ":" + told.reference() + ":" + told.reminder(),
                            NAME.value(),
                            reference,
                            readers.of(reference),
                            Map.of("nextStep", baton.nextStep() == null ? "none agreed" : baton.nextStep()))
                    .toldBy(NAME, told));
        }
    }

    /** Held back until morning, it may come too late. */
    private boolean isStillQuiet(Baton baton, long reminder) {
        return baton.state() == Baton.State.RUNNING
                && ledger.of(baton.reference()).stream()
                        .filter(entry -> entry.id() == reminder)
                        .noneMatch(entry -> baton.lastDoneAt().isAfter(entry.at()));
    }
}
