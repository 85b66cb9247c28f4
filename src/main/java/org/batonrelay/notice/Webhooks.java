package org.batonrelay.notice;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.batonrelay.engine.Outages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Speaks HTTP to chats: not for ever, and without following anybody elsewhere. */
@Component
class Webhooks {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    private final RestClient http;
    private final Outages outages;

    Webhooks(RestClient.Builder http, Outages outages) {
        this.outages = outages;
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(PATIENCE);
        this.http = http.requestFactory(requests).build();
    }

    /**
     * @param chat what a complaint calls it
     * @param token put into the header, or null
     * @return the answer's body
     * @throws Unreachable when there was none, or another than success
     */
    String post(String chat, String address, @Nullable String token, Map<String, ?> body) {
        return call(
                chat,
                address,
                () -> http.post()
                        .uri(URI.create(address))
                        .contentType(JSON)
                        .headers(headers -> authorize(headers, token))
                        .body(body)
                        .retrieve()
                        .body(String.class));
    }

    String get(String chat, String address, @Nullable String token) {
        return call(
                chat,
                address,
                () -> http.get()
                        .uri(URI.create(address))
                        .headers(headers -> authorize(headers, token))
                        .retrieve()
                        .body(String.class));
    }

    private static void authorize(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.setBearerAuth(token);
        }
    }

    private String call(String chat, String address, Supplier<@Nullable String> call) {
        ChatServer server = ChatServer.of(address);
        if (outages.isAway(server.name())) {
            throw new ChatAway(chat, server.name(), "tried a moment ago");
        }
        try {
            String answer = call.get();
            outages.answered(server.name());
            return answer == null ? "" : answer;
        } catch (RestClientResponseException e) {
            outages.answered(server.name());
            throw new Unreachable(chat + " answered " + e.getStatusCode().value() + ": " + start(e));
        } catch (RestClientException | IllegalArgumentException e) {
            // the address stands in their messages
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = cause.getClass().getSimpleName();
            if (ChatServer.isUnreachable(cause)) {
                outages.away(server.name(), server::answers);
                throw new ChatAway(chat, server.name(), reason);
            }
            throw new Unreachable(chat + " cannot be reached (" + reason + ").");
        }
    }

    private static String start(RestClientResponseException e) {
        String body = e.getResponseBodyAsString();
        return body.substring(0, Math.min(body.length(), 200));
    }
}
