package org.batonrelay.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whatever changes something and says that another origin asks for it: a browser repeats a saved login for any
 * page, also for a stranger's. Who says nothing of where they come from is a program. Browsers name the origin with each
 * such request; {@code Sec-Fetch-Site} alone is not enough, they leave it out over plain http.
 */
class OwnOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ONE_CLICK = Pattern.compile("/c/[^/]+/stop");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    /** Camunda Modeler deploys from a page that lies on its user's disk; no page of the web can say so of itself. */
    private static final String MODELER = "file://";

    private final URI house;

    /** @param address where people reach Baton, as set in {@code baton.base-url}: behind a proxy Baton sees another */
    OwnOrigin(String address) {
        this.house = URI.create(address);
    }

    /** Where no login speaks for anybody, a browser has nothing to repeat. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return READING.contains(request.getMethod())
                // websites of ours; which of them may is the chat's to say
                || path.equals("/api/chat")
                || path.startsWith("/api/chat/")
                // its calls are signed
                || path.equals("/api/slack/events")
                || path.equals("/api/signatures")
                // mail in a browser unsubscribes by one click (RFC 8058); the address itself is the secret
                || ONE_CLICK.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOurs(request)) {
            throw new AskedElsewhere();
        }
        chain.doFilter(request, response);
    }

    private boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site == null || OURS.contains(site);
        }
        if (origin.equals(MODELER)) {
            return request.getRequestURI().startsWith("/engine-rest/");
        }
        URI asked = parsed(origin);
        return asked != null && (isHouse(asked) || isWhereTheyAsk(asked, request.getHeader(HttpHeaders.HOST)));
    }

    private boolean isHouse(URI origin) {
        return isSame(origin.getScheme(), house.getScheme())
                && isSame(origin.getHost(), house.getHost())
                && port(origin) == port(house);
    }

    /** By another name of the same Baton, such as localhost. A page without TLS is not the house that has it. */
    private boolean isWhereTheyAsk(URI origin, @Nullable String host) {
        URI asked = host == null ? null : parsed(origin.getScheme() + "://" + host);
        return asked != null
                && isSame(origin.getHost(), asked.getHost())
                && port(origin) == port(asked)
                && !(isSame(origin.getHost(), house.getHost()) && !isSame(origin.getScheme(), house.getScheme()));
    }

    private static @Nullable URI parsed(String origin) {
        try {
            URI uri = URI.create(origin);
            return uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }

    private static int port(URI origin) {
        if (origin.getPort() >= 0) {
            return origin.getPort();
        }
        return "https".equals(String.valueOf(origin.getScheme()).toLowerCase(Locale.ROOT)) ? 443 : 80;
    }

    /** A page of another site has asked for a change. */
    static final class AskedElsewhere extends AccessDeniedException {

        AskedElsewhere() {
            super("asked for by a page of another site");
        }
    }
}
