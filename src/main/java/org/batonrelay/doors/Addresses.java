package org.batonrelay.doors;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which calls a rule of a door is about. */
final class Addresses {

    private Addresses() {}

    static RequestMatcher at(String... paths) {
        return new OrRequestMatcher(Arrays.stream(paths)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    static RequestMatcher on(HttpMethod method, String... paths) {
        return new OrRequestMatcher(Arrays.stream(paths)
                .<RequestMatcher>map(
                        path -> PathPatternRequestMatcher.withDefaults().matcher(method, path))
                .toList());
    }
}
