package org.batonrelay.ledger;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting on this thread: whoever is logged in, else Baton itself (timers, jobs). */
public final class CurrentActor {

    /** The actor of everything that no person did. */
    public static final String BATON = "baton";

    private CurrentActor() {}

    /** Does something on behalf of somebody who has asked for it earlier. */
    public static <T> T as(String name, Supplier<T> action) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static String name() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        boolean known = somebody != null && !(somebody instanceof AnonymousAuthenticationToken);
        return known ? somebody.getName() : BATON;
    }
}
