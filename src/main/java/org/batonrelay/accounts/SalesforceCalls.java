package org.batonrelay.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Salesforce's REST API: a token by OAuth's client credentials, kept until it is refused, and queries with
 * it.
 */
final class SalesforceCalls {

    private static final String API = "/services/data/v62.0/query?q=";
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String clientId;
    private final String clientSecret;
    private final Duration timeout;
    private volatile @Nullable String token;

    SalesforceCalls(String url, String clientId, String clientSecret, Duration timeout) {
        this.url = url.replaceFirst("/+$", "");
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /** @throws IOException when it gives no answer in time, or none that is one; the message holds no secret */
    JsonNode query(String soql) throws IOException {
        String known = token;
        HttpResponse<String> answer = ask(soql, known == null ? logIn() : known);
        if (answer.statusCode() == UNAUTHORIZED) {
            answer = ask(soql, logIn());
        }
        return read(answer, "the query").path("records");
    }

    private HttpResponse<String> ask(String soql, String bearer) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url + API + encoded(soql)))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "application/json")
                .GET());
    }

    private String logIn() throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + encoded(clientId)
                        + "&client_secret=" + encoded(clientSecret))));
        String given = read(answer, "the login").path("access_token").asText("");
        if (given.isEmpty()) {
            throw new IOException("Salesforce gave no access token");
        }
        token = given;
        return given;
    }

    private JsonNode read(HttpResponse<String> answer, String what) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("Salesforce answered " + what + " with " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(timeout).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking Salesforce", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
