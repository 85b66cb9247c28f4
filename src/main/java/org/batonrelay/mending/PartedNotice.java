package org.batonrelay.mending;

import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.HouseLetters;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the managers that a lead has come to a standstill. */
@Component
class PartedNotice implements Errand {

    static final String NAME = "relay-parted";

    private final HouseLetters letters;
    private final Batons batons;
    private final TaskService tasks;

    PartedNotice(HouseLetters letters, Batons batons, @Lazy TaskService tasks) {
        this.letters = letters;
        this.batons = batons;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference and task */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        Task task = tasks.createTaskQuery().taskId(part[1]).singleResult();
        if (task != null) {
            letters.tell(letters.notice(
                            NAME + ":" + part[1],
                            NAME,
                            reference,
                            Holder.group("manager"),
                            Map.of(
                                    "task", letters.task(part[1]),
                                    "missing",
                                            String.valueOf(tasks.getVariable(part[1], MendingVariables.MISSING)),
                                    "holder", letters.nameOf(batons.get(reference).holder())))
                    .toldBy(NAME, payload));
        }
    }
}
