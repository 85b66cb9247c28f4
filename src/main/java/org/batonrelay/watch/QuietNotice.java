package org.batonrelay.watch;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.notice.Notice;
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
    public ErrandName<Quiet> name() {
        return NAME;
    }

    @Override
    public void run(Quiet told) {
        LeadReference reference = told.reference();
        Baton baton = batons.get(reference);
        if (isStillQuiet(baton, told.reminder())) {
            String key = NAME + ":" + reference + ":" + told.reminder();
            Notice notice = owed.of(reference)
                    .map(kind -> letters.notice(
                            key,
                            "decision-owed",
                            reference,
                            owed.by(reference, kind),
                            Map.of("task", task(reference, kind))))
                    .orElseGet(() -> letters.notice(
                            key,
                            NAME.value(),
                            reference,
                            readers.of(reference),
                            Map.of("nextStep", baton.nextStep() == null ? "none agreed" : baton.nextStep())));
            letters.tell(notice.toldBy(NAME, told));
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
