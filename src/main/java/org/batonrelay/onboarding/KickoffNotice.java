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
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.stereotype.Component;

/** Tells whoever looks after the lead and the managers that a customer has signed and has no date for the kickoff. */
@Component
class KickoffNotice implements Errand {

    private static final String NAME = "kickoff-overdue";

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
        errands.later(null, NAME, overdue.reference() + " " + managers + " " + overdue.id());
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference, managers, and the ledger entry */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        Baton baton = batons.get(reference);
        if (isStillMissing(baton)) {
            Stream.of(readers.of(reference), Holder.group(part[1]))
                    .distinct()
                    .forEach(reader -> letters.tell(letters.notice(
                                    NAME + ":" + part[2] + ":" + reader.value(),
                                    NAME,
                                    reference,
                                    reader,
                                    Map.of("holder", letters.nameOf(baton.holder())))
                            .toldBy(NAME, payload)));
        }
    }

    /** Held back until morning, it may come too late. */
    private boolean isStillMissing(Baton baton) {
        return baton.state() == Baton.State.RUNNING
                && baton.leg() == Leg.ONBOARDING
                && !kickoffs.isAgreed(baton.reference());
    }
}
