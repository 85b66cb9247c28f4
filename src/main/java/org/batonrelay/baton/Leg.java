package org.batonrelay.baton;

import java.util.Locale;

/** A stretch of the relay run by one holder. */
public enum Leg {
    CAPTURE,
    QUALIFICATION,
    DEAL,
    ONBOARDING;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Leg of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
