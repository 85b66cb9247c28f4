package org.batonrelay.lead;

import java.util.Locale;

/** What a client is written at once when their lead begins. */
public enum Greeting {
    /** Thanks for what they wrote. */
    THANKS,
    /** A first letter to somebody who has not written. */
    FIRST_LETTER,
    /** Nothing: they have not written, and nobody has said that we should. */
    NOTHING;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Greeting of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
