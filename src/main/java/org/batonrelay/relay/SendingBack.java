package org.batonrelay.relay;

import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead goes back to the leg before: why, in a code and a word. Who holds it goes on holding it until somebody of that
 * leg accepts; the baton is the same, and so is its history. Joins the transaction of whoever sends it back.
 */
@Component
@Transactional
public class SendingBack {

    /** The outcome of a leg that was sent back. */
    public static final String OUTCOME = "send-back";

    /** The fact that every form shows as long as the lead has not come forward again. */
    static final String FACT = "sentBack";

    private final Batons batons;
    private final Facts facts;
    private final Ledger ledger;
    private final HouseLetters letters;
    private final ApplicationEventPublisher events;

    SendingBack(Batons batons, Facts facts, Ledger ledger, HouseLetters letters, ApplicationEventPublisher events) {
        this.batons = batons;
        this.facts = facts;
        this.ledger = ledger;
        this.letters = letters;
        this.events = events;
    }

    /**
     * @param reason the code from the form
     * @throws Refusal when code or word is missing
     */
    public void record(LeadReference reference, @Nullable String reason, @Nullable String note) {
        if (reason == null || note == null) {
            throw new Refusal(
                    "Why back: choose a reason, and say in a word what is missing. Whoever gets it reads both.");
        }
        Baton baton = batons.get(reference);
        ledger.append(NewEntry.of(reference, EntryType.LEG_SENT_BACK)
                .leg(baton.leg().id())
                .with("reason", reason)
                .with("note", note.strip()));
        String said = reason.replace('-', ' ') + ". " + letters.nameOf(baton.holder()) + ": " + note.strip();
        facts.say(reference, FACT, said, CurrentActor.name());
        if (baton.leg() == Leg.DEAL) {
            // the meeting is called off: whoever qualifies is reminded from now on, not from that day on
            batons.forgetNextStep(reference);
        }
        events.publishEvent(new LeadSentBack(reference));
    }

    /** The lead has come forward again: nobody has to read any more why it was sent back. */
    void settle(LeadReference reference) {
        facts.forget(reference, FACT);
    }
}
