package org.batonrelay.lead;

import java.util.Locale;

/** How soon a lead wants an answer; high for a hand-raiser. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
