package org.batonrelay.inbox;

import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.PutAside;

/** Acts on the mail that comes in; implemented by the room that knows leads. */
public interface MailTaker {

    /**
     * Called in a transaction of its own, after the mail was stored, and again when that transaction failed: an
     * incident in Cockpit in the end, and the mail is still there.
     *
     * @throws PutAside when it is for a person to look at; what was written so far stays
     */
    void take(IncomingMail mail);
}
