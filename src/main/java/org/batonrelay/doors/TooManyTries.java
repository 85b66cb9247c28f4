package org.batonrelay.doors;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Wrong passwords too often, from this address; the right one is not even looked at before the wait is over. */
class TooManyTries extends AuthenticationException {

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("too many wrong passwords");
        this.wait = wait;
    }

    /** In whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** What the person at the screen reads. */
    String sentence() {
        return "Too many wrong passwords from your address. Try again in " + seconds()
                + (seconds() == 1 ? " second." : " seconds.");
    }
}
