package org.batonrelay.watch;

import java.util.Set;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a manager can do about a leg in which nothing happens. Whatever it is, the leg's clock starts anew. */
@Component
class Unblocking {

    private final Batons batons;
    private final People people;
    private final OwedDecisions owed;
    private final LeadTasks tasks;

    Unblocking(Batons batons, People people, OwedDecisions owed, LeadTasks tasks) {
        this.batons = batons;
        this.people = people;
        this.owed = owed;
        this.tasks = tasks;
    }

    /** @throws Refusal when there is nobody of the name of the new receiver */
    void settle(LeadReference reference, String decision, @Nullable String newReceiver) {
        switch (decision) {
            case "wait" -> {}
            case "reassign" -> reassign(reference, receiver(newReceiver));
            case "take" -> take(reference);
            default -> throw new Refusal("'" + decision + "' is no decision: choose wait, reassign or take.");
        }
        batons.touch(reference);
    }

    private void reassign(LeadReference reference, Holder receiver) {
        String decision = owed.of(reference).orElse(null);
        if (decision == null) {
            batons.pass(reference, receiver, "reassigned by a manager");
        } else if (receiver.isGroup()) {
            tasks.offerOnlyTo(reference, decision, Set.of(receiver));
        } else {
            tasks.give(reference, decision, receiver.id());
        }
    }

    /** Where the managers owe a decision it is that which is taken; the baton follows it. */
    private void take(LeadReference reference) {
        String decision = owed.of(reference).orElse(null);
        if (decision != null) {
            tasks.give(reference, decision, CurrentActor.name());
            return;
        }
        String before = batons.get(reference).holder().value();
        batons.pass(reference, Holder.person(CurrentActor.name()), "taken by a manager");
        batons.recordDeparture(reference, "taken by a manager", "nothing was done by " + before);
    }

    private Holder receiver(@Nullable String newReceiver) {
        if (newReceiver == null) {
            throw new Refusal("New receiver: say to whom the lead goes, a person's or a team's id.");
        }
        Holder receiver = new Holder(newReceiver.strip());
        boolean known = receiver.isGroup()
                ? people.groupExists(receiver.id())
                : people.person(receiver.id()).isPresent();
        if (!known) {
            throw new Refusal("New receiver: there is nobody called " + newReceiver
                    + ". Write a user id such as ae-1, or group: and a team such as group:ae.");
        }
        return receiver;
    }
}
