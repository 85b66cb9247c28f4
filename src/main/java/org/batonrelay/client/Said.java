package org.batonrelay.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page says back after a button was pressed; the texts are {@code said.<id>}. */
enum Said {
    DONE,
    DONE_BEFORE,
    ASKED,
    ASKED_BEFORE,
    PULSE,
    PULSE_BEFORE;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Said> find(@Nullable String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
