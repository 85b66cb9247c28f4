package org.batonrelay.mail;

/** Acts on the mail that comes in; implemented by the room that knows leads. */
public interface MailTaker {

    /**
     * Called in a transaction of its own, after the mail was stored, and again when that transaction failed: an
     * incident in Cockpit in the end, and the mail is still there.
     */
    void take(IncomingMail mail);
}
