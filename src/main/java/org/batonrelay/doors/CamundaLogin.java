package org.batonrelay.doors;

import java.time.Duration;
import java.util.List;
import org.batonrelay.team.People;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password against Camunda's identities; whoever is wrong too often waits ({@link LoginTries}).
 * Whoever passes has their groups as authorities.
 */
@Component
class CamundaLogin implements AuthenticationProvider {

    private final IdentityService identities;
    private final People people;
    private final LoginTries tries;

    CamundaLogin(IdentityService identities, People people, LoginTries tries) {
        this.identities = identities;
        this.people = people;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        String password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        return authenticate(asked.getName(), password, address);
    }

    /**
     * @param address whose tries are counted
     * @throws BadCredentialsException for a wrong name or password, and for whoever has left
     * @throws TooManyTries for whoever was wrong too often; nothing was checked
     */
    Authentication authenticate(String id, String password, String address) {
        Duration wait = tries.wait(id, address);
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
        if (!identities.checkPassword(id, password) || people.hasLeft(id)) {
            tries.wasWrong(id, address);
            throw new BadCredentialsException("wrong name or password");
        }
        tries.wasRight(id, address);
        return loggedIn(id);
    }

    /** Somebody who has proven who they are elsewhere. */
    Authentication loggedIn(String id) {
        List<GrantedAuthority> groups =
                AuthorityUtils.createAuthorityList(people.groupsOf(id).toArray(String[]::new));
        return UsernamePasswordAuthenticationToken.authenticated(id, null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
