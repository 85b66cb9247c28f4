package org.batonrelay.contract;

import java.util.Map;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Whoever holds the lead hears that the client has signed. */
@Component
class SignedNotice implements Errand<SignedNotice.Signed> {

    static final ErrandName<Signed> NAME = new ErrandName<>("contract-signed", Signed.class);

    record Signed(LeadReference reference, String envelope) {}

    private final HouseLetters letters;
    private final ReaderToday readers;
    private final LeadTasks tasks;

    SignedNotice(HouseLetters letters, ReaderToday readers, LeadTasks tasks) {
        this.letters = letters;
        this.readers = readers;
        this.tasks = tasks;
    }

    @Override
    public ErrandName<Signed> name() {
        return NAME;
    }

    @Override
    public void run(Signed told) {
        LeadReference reference = told.reference();
        String task = tasks.find(reference, "workDeal").map(letters::task).orElse("");
        letters.write(
                "contract-signed:" + told.envelope(),
                "contract-signed",
                reference,
                readers.of(reference),
                Map.of("open", !task.isEmpty(), "task", task));
    }
}
