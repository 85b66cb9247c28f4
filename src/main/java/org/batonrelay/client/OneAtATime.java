package org.batonrelay.client;

import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.lead.Contact;
import org.springframework.stereotype.Component;

/** Two clicks at once of one contact are answered one after the other, on however many nodes. */
@Component
class OneAtATime {

    private final OneAfterTheOther turns;

    OneAtATime(OneAfterTheOther turns) {
        this.turns = turns;
    }

    /** Until the caller's transaction ends, nobody else gets past this for the same lead. */
    void waitFor(Contact contact) {
        turns.take(contact.reference().value());
    }
}
