package org.batonrelay.onboarding;

import java.util.List;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * What somebody ticks off beside the item that they complete. Each stays a task of its own and is completed as one, by
 * the same person, in the transaction of the first.
 */
@Component
class TickedItems {

    private final Promises promises;
    private final OnboardingProcess process;

    TickedItems(Promises promises, OnboardingProcess process) {
        this.promises = promises;
        this.process = process;
    }

    /** @throws Refusal when one of them is not open any more, or is another client's */
    List<Promise> with(Promise first, List<String> ids) {
        List<Promise> open = promises.of(first.reference()).stream()
                .filter(it -> it.state().equals("open") && !it.id().equals(first.id()))
                .filter(it -> ids.contains(it.id()))
                .toList();
        if (open.size() < ids.stream().distinct().count()) {
            throw new Refusal("Something that you have ticked is decided already. Open the task again.");
        }
        return open;
    }

    /** @throws Refusal when it is on the list of somebody else */
    void done(Promise promise) {
        if (!process.promiseTicked(promise, CurrentActor.name())) {
            throw new Refusal("“" + promise.what() + "” is not on your list any more. Open the task again.");
        }
    }
}
