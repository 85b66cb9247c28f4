package org.batonrelay.correspondence;

import java.util.Locale;

/** How something was said. */
public enum Channel {
    MAIL,
    CHAT,
    PAGE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
