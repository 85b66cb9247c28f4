package org.batonrelay.watch;

import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells the managers that a leg waits for their decision. */
@Component
class StalledNotice implements Errand {

    static final String NAME = "leg-stalled";

    private final HouseLetters letters;
    private final Batons batons;
    private final LeadTasks tasks;

    StalledNotice(HouseLetters letters, Batons batons, LeadTasks tasks) {
        this.letters = letters;
        this.batons = batons;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference, task, group, and a word where the group has been told of this task before */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        boolean stillStalled =
                tasks.find(reference, "unblockLeg").filter(part[1]::equals).isPresent();
        if (stillStalled) {
            letters.tell(letters.notice(
                            NAME + ":" + part[1] + ":"
                                    + String.join(":", List.of(part).subList(2, part.length)),
                            NAME,
                            reference,
                            Holder.group(part[2]),
                            Map.of(
                                    "task", letters.task(part[1]),
                                    "holder",
                                            letters.nameOf(batons.get(reference).holder())))
                    .toldBy(NAME, payload));
        }
    }
}
