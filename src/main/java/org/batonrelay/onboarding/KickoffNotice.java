package org.batonrelay.onboarding;

import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.stereotype.Component;

/** Tells whoever looks after the lead and the managers that a customer has signed and has no date for the kickoff. */
@Component
class KickoffNotice implements Errand<KickoffNotice.Overdue> {

    private static final ErrandName<Overdue> NAME = new ErrandName<>("kickoff-overdue", Overdue.class);

    record Overdue(LeadReference reference, String managers, long entry) {}

    private final Errands errands;
    private final HouseLetters letters;
    private final Batons batons;
    private final ReaderToday readers;
    private final KickoffItems kickoffs;

    KickoffNotice(Errands errands, HouseLetters letters, Batons batons, ReaderToday readers, KickoffItems kickoffs) {
        this.errands = errands;
        this.letters = letters;
        this.batons = batons;
        this.readers = readers;
        this.kickoffs = kickoffs;
    }

    void later(LedgerEntry overdue, String managers) {
        errands.later(null, NAME, new Overdue(overdue.reference(), managers, overdue.id()));
    }

    @Override
    public ErrandName<Overdue> name() {
        return NAME;
    }

    @Override
    public void run(Overdue told) {
        Baton baton = batons.get(told.reference());
        if (isStillMissing(baton)) {
            Stream.of(readers.of(told.reference()), Holder.group(told.managers()))
                    .distinct()
                    .forEach(reader -> letters.tell(letters.notice(
                                    NAME + ":" + told.entry() + ":" + reader.value(),
                                    NAME.value(),
                                    told.reference(),
                                    reader,
                                    Map.of("holder", letters.nameOf(baton.holder())))
                            .toldBy(NAME, told)));
        }
    }

    /** Held back until morning, it may come too late. */
    private boolean isStillMissing(Baton baton) {
        return baton.state() == Baton.State.RUNNING
                && baton.leg() == Leg.ONBOARDING
                && !kickoffs.isAgreed(baton.reference());
    }
}
