package org.batonrelay.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** What browsers and programs say of where a change is asked for, as they say it. */
class OwnOriginTests {

    private static final String HOUSE = "https://baton.acme.example";

    @ParameterizedTest
    @CsvSource({
        "https://baton.acme.example, baton.acme.example, /leads/a-0001",
        "https://baton.acme.example:443, baton.acme.example, /leads/a-0001",
        "https://baton.acme.example, 10.0.0.7:8080, /leads/a-0001",
        "http://127.0.0.1:8080, 127.0.0.1:8080, /leads/a-0001",
        "http://localhost:8080, localhost:8080, /engine-rest/task/1/complete",
        ", baton.acme.example, /engine-rest/deployment/create",
        "file://, baton.acme.example, /engine-rest/deployment/create",
        "https://shop.other.example, baton.acme.example, /api/chat/7/messages",
        "https://webmail.other.example, baton.acme.example, /c/a-token/stop",
        "https://account.docusign.com, baton.acme.example, /api/signatures",
        "https://slack.com, baton.acme.example, /api/slack/events",
    })
    void doorsD3_letsInWhatComesFromHereAndPrograms(@Nullable String origin, String host, String path)
            throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new OwnOrigin(HOUSE).doFilter(change(origin, null, host, path), new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, , baton.acme.example",
        "https://wiki.acme.example, , baton.acme.example",
        "https://wiki.acme.example, same-site, baton.acme.example",
        "http://baton.acme.example, , baton.acme.example",
        "https://baton.acme.example:8443, , baton.acme.example",
        "http://127.0.0.1:9000, , 127.0.0.1:8080",
        "null, , baton.acme.example",
        "not a uri, , baton.acme.example",
        ", same-site, baton.acme.example",
        ", cross-site, baton.acme.example",
    })
    void doorsD3_refusesWhatAnyOtherOriginWantsChanged(@Nullable String origin, @Nullable String site, String host) {
        assertThatThrownBy(() -> new OwnOrigin(HOUSE)
                        .doFilter(
                                change(origin, site, host, "/engine-rest/deployment/create"),
                                new MockHttpServletResponse(),
                                new MockFilterChain()))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** A page of the web that lies on somebody's disk says {@code null}; only a program says {@code file://}. */
    @ParameterizedTest
    @CsvSource({"/api/leads", "/leads/a-0001", "/camunda/api/engine/engine/default/task/1/complete"})
    void letsModelerDoNothingButDeploy(String path) {
        assertThatThrownBy(() -> new OwnOrigin(HOUSE)
                        .doFilter(
                                change("file://", null, "baton.acme.example", path),
                                new MockHttpServletResponse(),
                                new MockFilterChain()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static MockHttpServletRequest change(
            @Nullable String origin, @Nullable String site, String host, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.addHeader("Host", host);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        return request;
    }
}
