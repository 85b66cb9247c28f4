package org.batonrelay.reading;

/** A mail that cannot be taken apart within bounds; the message says why, to a person who will look at it. */
public class UnreadableMail extends PutAside {

    UnreadableMail(String why) {
        super(why);
    }
}
