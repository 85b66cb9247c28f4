package org.batonrelay.summary;

import java.util.List;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts away summaries that no longer need an answer: a newer one was written, or the lead has come to rest. */
@Component
@Transactional
class Withdrawal {

    private final Summaries summaries;
    private final SummaryProcess process;
    private final Batons batons;
    private final Ledger ledger;

    Withdrawal(Summaries summaries, SummaryProcess process, Batons batons, Ledger ledger) {
        this.summaries = summaries;
        this.process = process;
        this.batons = batons;
        this.ledger = ledger;
    }

    @EventListener
    void relayEnded(RelayEnded ended) {
        waiting(ended.reference()).forEach(it -> withdraw(it, ended.outcome().id()));
        process.summaryWithdrawn(ended.reference());
    }

    /** A new wait begins, and with it the flag's meaning: it is about the summary that waits. */
    void replacedBy(Summary newer) {
        batons.clear(newer.reference(), Flag.SUMMARY_UNANSWERED, "a newer summary was written");
        waiting(newer.reference()).stream()
                .filter(it -> !it.id().equals(newer.id()))
                .forEach(it -> withdraw(it, "a newer one was written"));
        process.summaryWithdrawn(newer.reference());
    }

    private List<Summary> waiting(LeadReference reference) {
        return summaries.of(reference).stream().filter(Summary::isWaiting).toList();
    }

    private void withdraw(Summary summary, String why) {
        summaries.save(summary.withdraw());
        ledger.append(NewEntry.of(summary.reference(), EntryType.SUMMARY_WITHDRAWN)
                .leg(summary.leg())
                .with("version", summary.version())
                .with("why", why));
    }
}
