package org.batonrelay.watch;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.notice.Notice;
import org.springframework.stereotype.Component;

/** Tells the holder, or whoever stands in for them, that nothing was done for a lead. */
@Component
class QuietNotice implements Errand {

    static final String NAME = "leg-quiet";

    private final HouseLetters letters;
    private final Batons batons;
    private final ReaderToday readers;
    private final Ledger ledger;
    private final OwedDecisions owed;
    private final LeadTasks tasks;

    QuietNotice(
            HouseLetters letters,
            Batons batons,
            ReaderToday readers,
            Ledger ledger,
            OwedDecisions owed,
            LeadTasks tasks) {
        this.letters = letters;
        this.batons = batons;
        this.readers = readers;
        this.ledger = ledger;
        this.owed = owed;
        this.tasks = tasks;
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
        if (isStillQuiet(baton, Long.parseLong(part[1]))) {
            String key = NAME + ":" + part[0] + ":" + part[1];
            Notice notice = owed.of(reference)
                    .map(kind -> letters.notice(
                            key,
                            "decision-owed",
                            reference,
                            owed.by(reference, kind),
                            Map.of("task", task(reference, kind))))
                    .orElseGet(() -> letters.notice(
                            key,
                            NAME,
                            reference,
                            readers.of(reference),
                            Map.of("nextStep", baton.nextStep() == null ? "none agreed" : baton.nextStep())));
            letters.tell(notice.toldBy(NAME, payload));
        }
    }

    private String task(LeadReference reference, String kind) {
        return tasks.find(reference, kind).map(letters::task).orElse("");
    }

    /** Held back until morning, it may come too late. */
    private boolean isStillQuiet(Baton baton, long reminder) {
        return baton.state() == Baton.State.RUNNING
                && ledger.of(baton.reference()).stream()
                        .filter(entry -> entry.id() == reminder)
                        .noneMatch(entry -> baton.lastDoneAt().isAfter(entry.at()));
    }
}
