package org.batonrelay.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.team.People;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts wrong passwords at the web apps' own login, which asks the engine and not us, and lets an administrator's
 * <em>unlock</em> end the wait.
 */
class WebAppDoorkeeper extends OncePerRequestFilter {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
    private static final Pattern UNLOCK =
            Pattern.compile("(?:/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?/user/([^/]+)/unlock");

    private final LoginTries tries;
    private final People people;

    WebAppDoorkeeper(LoginTries tries, People people) {
        this.tries = tries;
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        Matcher unlock = UNLOCK.matcher(path);
        if (LOGIN.matcher(path).matches()) {
            logIn(request, response, chain);
        } else {
            chain.doFilter(request, response);
            if (unlock.matches() && HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
                tries.forget(unlock.group(1));
            }
        }
    }

    private void logIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String login = String.valueOf(request.getParameter("username"));
        String address = request.getRemoteAddr();
        Duration wait = tries.wait(login, address);
        if (!wait.isZero()) {
            TooManyTries tooMany = new TooManyTries(wait);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value(), tooMany.sentence());
            return;
        }
        if (people.hasLeft(login)) {
            tries.wasWrong(login, address);
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            tries.wasWrong(login, address);
        } else if (response.getStatus() == HttpStatus.OK.value()) {
            tries.wasRight(login, address);
        }
    }
}
