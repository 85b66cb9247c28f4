package org.batonrelay.backward;

import java.util.List;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One question to an earlier runner, from the asking to its end. The baton stays where it is. */
@Component
@Transactional
class Asking {

    private static final int LONGEST_ON_RECORD = 500;

    private final LeadAtHand leads;
    private final EarlierRunners earlier;
    private final CallBacks callBacks;
    private final Batons batons;
    private final Ledger ledger;

    Asking(LeadAtHand leads, EarlierRunners earlier, CallBacks callBacks, Batons batons, Ledger ledger) {
        this.leads = leads;
        this.earlier = earlier;
        this.callBacks = callBacks;
        this.batons = batons;
        this.ledger = ledger;
    }

    CallBack ask(String reference, @Nullable String whom, String question, String by) {
        Baton baton = leads.running(reference);
        CallBack asked = callBacks.ask(baton.reference(), by, whoAnswers(reference, whom, by), question.strip());
        record(asked, EntryType.CALLBACK_ASKED, "question", asked.question());
        batons.touch(baton.reference());
        return asked;
    }

    /**
     * @param whom a user id or {@code group:} and a group id; null for whoever held the lead last
     * @throws Refusal when the lead, the one who asks, or the one to be asked is not right
     */
    Holder whoAnswers(String reference, @Nullable String whom, String by) {
        Baton baton = leads.running(reference);
        if (!leads.isHeldBy(baton, by)) {
            throw new Refusal(
                    "Only whoever holds the lead asks an earlier runner, and you do not hold " + reference + " today.");
        }
        return choose(baton, whom);
    }

    CallBack remind(String id) {
        CallBack open = callBacks.get(id);
        record(open, EntryType.CALLBACK_REMINDED, "question", open.question());
        return open;
    }

    CallBack answer(String id, String answer, String by) {
        CallBack answered = callBacks.settle(id, CallBack.State.ANSWERED, answer.strip(), by);
        record(answered, EntryType.CALLBACK_ANSWERED, "answer", String.valueOf(answered.answer()));
        return answered;
    }

    CallBack closeUnanswered(String id) {
        CallBack closed = callBacks.settle(id, CallBack.State.UNANSWERED, null, null);
        record(closed, EntryType.CALLBACK_UNANSWERED, "question", closed.question());
        return closed;
    }

    private Holder choose(Baton baton, @Nullable String whom) {
        List<Holder> runners = earlier.of(baton.reference());
        if (runners.isEmpty()) {
            throw new Refusal("Nobody has run this lead before you, so there is nobody to ask.");
        }
        if (whom == null) {
            return runners.get(0);
        }
        return runners.stream()
                .filter(runner -> runner.value().equals(whom.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal("Whom: " + whom.strip()
                        + " never ran this lead, or has left. You can ask "
                        + runners.stream().map(Holder::value).collect(Collectors.joining(", ")) + "."));
    }

    private void record(CallBack callBack, EntryType type, String name, String text) {
        ledger.append(NewEntry.of(callBack.reference(), type)
                .leg(batons.get(callBack.reference()).leg().id())
                .with("callBack", callBack.id())
                .with("of", callBack.askedOf().value())
                .with(name, text.length() > LONGEST_ON_RECORD ? text.substring(0, LONGEST_ON_RECORD) + "…" : text));
    }
}
