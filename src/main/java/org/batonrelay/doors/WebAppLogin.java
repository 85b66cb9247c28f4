package org.batonrelay.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.batonrelay.team.People;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has logged in to Tasklist or Cockpit is logged in to the house as well: the ledger names them, and their
 * lead pages open without a second login.
 */
class WebAppLogin extends OncePerRequestFilter {

    private static final String ENGINE = "default";

    private final CamundaLogin logins;
    private final People people;

    WebAppLogin(CamundaLogin logins, People people) {
        this.logins = logins;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getSession(false))
                .flatMap(WebAppLogin::user)
                .filter(id -> people.person(id).isPresent() && !people.hasLeft(id))
                .ifPresent(this::enter);
        chain.doFilter(request, response);
    }

    private static Optional<String> user(HttpSession session) {
        return Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session))
                .map(logins -> ((Authentications) logins).getAuthenticationForProcessEngine(ENGINE))
                .map(Authentication::getIdentityId);
    }

    private void enter(String id) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(logins.loggedIn(id));
        SecurityContextHolder.setContext(context);
    }
}
