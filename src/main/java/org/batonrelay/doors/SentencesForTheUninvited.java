package org.batonrelay.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says in a sentence why a door stays shut, as problem+json. */
class SentencesForTheUninvited implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final @Nullable String realm;

    /** @param realm whose passwords a browser may repeat; each set of doors has its own, and null asks for none */
    SentencesForTheUninvited(ObjectMapper json, @Nullable String realm) {
        this.json = json;
        this.realm = realm;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            say(response, HttpStatus.TOO_MANY_REQUESTS, tooMany.sentence());
            return;
        }
        if (realm != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + realm + "\", charset=\"UTF-8\"");
        }
        say(
                response,
                HttpStatus.UNAUTHORIZED,
                "Log in with your user name and password (HTTP Basic). After wrong tries you wait a moment before the next.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        say(response, HttpStatus.FORBIDDEN, sentence(why));
    }

    private static String sentence(AccessDeniedException why) {
        if (why instanceof OwnOrigin.AskedElsewhere) {
            return "This was asked for by a page of another site, and was not done. Do it on Baton's own page.";
        }
        return why instanceof CsrfException
                ? "The page that this comes from is too old, and it was not done. Reload the page and send it again."
                : "Your login may not do this. An administrator can put you into a group that may.";
    }

    private void say(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, sentence));
    }
}
