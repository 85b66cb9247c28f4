package org.batonrelay.correspondence;

import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A client has asked somebody whose lead it no longer is. Today's holder gets the question, the client learns who
 * answers, and the leak is counted.
 */
@Component
@Transactional
public class PassingOn {

    private final Batons batons;
    private final Ledger ledger;
    private final Errands errands;

    PassingOn(Batons batons, Ledger ledger, Errands errands) {
        this.batons = batons;
        this.ledger = ledger;
        this.errands = errands;
    }

    /**
     * Counts it, {@code message.passed-on}, and has the client told who answers; the message itself has reached the
     * holder by {@link Correspondence#received}.
     *
     * @param message what the client asked
     * @param fromPerson the user id of whom they asked
     */
    public void passOn(LeadReference reference, Message message, String fromPerson) {
        Baton baton = batons.get(reference);
        ledger.append(NewEntry.of(reference, EntryType.MESSAGE_PASSED_ON)
                .leg(baton.leg().id())
                .with("from", fromPerson)
                .with("to", baton.holder().value())
                .with("message", message.id()));
        if (message.contactId() != null) {
            errands.later(null, WhoAnswers.NAME, new WhoAnswers.Misdirected(message.id(), fromPerson));
        }
    }
}
