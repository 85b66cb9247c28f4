package org.batonrelay.watch;

import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells the managers that a leg waits for their decision. */
@Component
class StalledNotice implements Errand<StalledNotice.Stalled> {

    static final ErrandName<Stalled> NAME = new ErrandName<>("leg-stalled", Stalled.class);

    /** @param again where managers have been told of this task before and have not decided */
    record Stalled(LeadReference reference, String task, String group, boolean again) {}

    private final HouseLetters letters;
    private final Batons batons;
    private final LeadTasks tasks;

    StalledNotice(HouseLetters letters, Batons batons, LeadTasks tasks) {
        this.letters = letters;
        this.batons = batons;
        this.tasks = tasks;
    }

    @Override
    public ErrandName<Stalled> name() {
        return NAME;
    }

    @Override
    public void run(Stalled told) {
        boolean stillStalled = tasks.find(told.reference(), "unblockLeg")
                .filter(told.task()::equals)
                .isPresent();
        if (stillStalled) {
            letters.tell(letters.notice(
                            NAME + ":" + told.task() + (told.again() ? ":" + told.group() : ""),
                            NAME.value(),
                            told.reference(),
                            Holder.group(told.group()),
                            Map.of(
                                    "task", letters.task(told.task()),
                                    "holder",
                                            letters.nameOf(
                                                    batons.get(told.reference()).holder())))
                    .toldBy(NAME, told));
        }
    }
}
