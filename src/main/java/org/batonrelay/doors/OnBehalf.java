package org.batonrelay.doors;

import java.util.List;
import org.batonrelay.team.People;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does what somebody has asked for by another way than Tasklist as that person: the engine's authorizations and guards
 * count as they do there, and the ledger names them. Whoever calls has made sure who it is.
 */
@Component
public class OnBehalf {

    private final IdentityService identities;
    private final People people;
    private final CamundaLogin logins;

    OnBehalf(IdentityService identities, People people, CamundaLogin logins) {
        this.identities = identities;
        this.people = people;
        this.logins = logins;
    }

    public void of(String person, Runnable action) {
        Authentication engineBefore = identities.getCurrentAuthentication();
        SecurityContext houseBefore = SecurityContextHolder.getContext();
        SecurityContext house = SecurityContextHolder.createEmptyContext();
        house.setAuthentication(logins.loggedIn(person));
        SecurityContextHolder.setContext(house);
        identities.setAuthentication(person, List.copyOf(people.groupsOf(person)));
        try {
            action.run();
        } finally {
            identities.setAuthentication(engineBefore);
            SecurityContextHolder.setContext(houseBefore);
        }
    }
}
