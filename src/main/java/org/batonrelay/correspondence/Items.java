package org.batonrelay.correspondence;

import java.time.LocalDate;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open items made of what a client has said: a promise of ours, or of theirs, and a word back to whoever asked. */
@Component
@Transactional
public class Items {

    private static final int LONGEST = 1000;

    private final Promises promises;
    private final Batons batons;
    private final AgreedDates dates;
    private final Errands errands;

    Items(Promises promises, Batons batons, AgreedDates dates, Errands errands) {
        this.promises = promises;
        this.batons = batons;
        this.dates = dates;
        this.errands = errands;
    }

    /**
     * Writes an item down; whoever wrote the message is told "created, due …".
     *
     * @param messageId the message that asks for it; null for one that nobody asked for in writing
     * @param side {@code us} or {@code client}
     * @param by the user id of who makes it
     * @throws Refusal when side, text or date will not do
     */
    public Promise make(
            @Nullable String messageId, LeadReference reference, String side, String what, LocalDate dueOn, String by) {
        if (!side.equals("us") && !side.equals("client")) {
            throw new Refusal("For whom: choose us or the client.");
        }
        if (what.isBlank() || what.length() > LONGEST) {
            throw new Refusal("What: please say it in at most " + LONGEST + " characters.");
        }
        dates.ahead("Due", dueOn.toString(), dates.teamOf(reference));
        Promise item = promises.make(reference, null, what, side, owner(reference, by), dueOn);
        batons.touch(reference);
        if (messageId != null) {
            errands.later(null, ItemNotice.NAME, new ItemNotice.Created(item.id(), messageId));
        }
        return item;
    }

    /** Where a whole team holds the lead, whoever makes the item looks after it. */
    private String owner(LeadReference reference, String by) {
        Holder holder = batons.get(reference).holder();
        return holder.isGroup() ? by : holder.value();
    }
}
