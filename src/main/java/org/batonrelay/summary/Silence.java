package org.batonrelay.summary;

import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The client has not answered: a yellow flag, and what the holder makes of it. */
@Component
@Transactional
class Silence {

    private final Summaries summaries;
    private final Counting counting;
    private final Batons batons;
    private final Ledger ledger;

    Silence(Summaries summaries, Counting counting, Batons batons, Ledger ledger) {
        this.summaries = summaries;
        this.counting = counting;
        this.batons = batons;
        this.ledger = ledger;
    }

    void raiseFlag(String summaryId) {
        Summary summary = summaries.lock(summaryId);
        summaries.save(summary.leaveUnanswered());
        ledger.append(NewEntry.of(summary.reference(), EntryType.SUMMARY_UNANSWERED)
                .leg(summary.leg())
                .with("version", summary.version())
                .with("announced", summary.announced()));
        batons.raise(summary.reference(), Flag.SUMMARY_UNANSWERED, "version " + summary.version());
    }

    void confirmedByPhone(String summaryId) {
        counting.confirmByPhone(summaryId, CurrentActor.name());
    }

    /** The flag stays up until an answer comes. */
    void goOn(String summaryId, String why) {
        batons.recordDeparture(summaries.get(summaryId).reference(), "went on without the client's word", why);
    }
}
