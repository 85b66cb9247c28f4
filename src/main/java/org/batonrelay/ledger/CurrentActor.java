package org.batonrelay.ledger;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting on this thread: whoever is logged in, else Baton itself (timers, jobs). */
public final class CurrentActor {

    /** The actor of everything that no person did. */
    public static final String BATON = "baton";

    private CurrentActor() {}

    public static String name() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        boolean known = somebody != null && !(somebody instanceof AnonymousAuthenticationToken);
        return known ? somebody.getName() : BATON;
    }
}
