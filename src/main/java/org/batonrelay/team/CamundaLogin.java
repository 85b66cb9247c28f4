package org.batonrelay.team;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password against Camunda's identities, with the engine's own lock after wrong tries; whoever
 * passes has their groups as authorities.
 */
@Component
class CamundaLogin implements AuthenticationProvider {

    private final IdentityService identities;
    private final People people;

    CamundaLogin(IdentityService identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String id = asked.getName();
        if (asked.getCredentials() == null
                || !identities.checkPassword(id, asked.getCredentials().toString())) {
            throw new BadCredentialsException("wrong name or password, or locked after wrong tries");
        }
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
