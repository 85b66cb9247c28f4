package org.batonrelay.relay;

import java.util.Locale;

/** A yellow flag: a sign of a weak pass. */
public enum Flag {
    SUMMARY_UNANSWERED,
    ONE_CONTACT,
    NO_NEXT_STEP,
    MAIL_BOUNCED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Flag of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
