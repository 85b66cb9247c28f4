package org.batonrelay.relay;

import java.util.Arrays;
import java.util.Locale;
import org.batonrelay.engine.Refusal;

/** What a call with a lead came to. */
enum Verdict {
    QUALIFIED,
    NOT_REACHED,
    RECYCLE,
    DISQUALIFIED;

    /** After so many tries in vain, recycling is the usual answer. */
    private static final int ENOUGH_TRIES = 4;

    static Verdict usual(int tries) {
        return tries < ENOUGH_TRIES ? QUALIFIED : RECYCLE;
    }

    static Verdict of(String id) {
        return Arrays.stream(values())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("'" + id + "' is no outcome: choose one from the list."));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
