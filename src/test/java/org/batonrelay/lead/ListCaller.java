package org.batonrelay.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who brings in lists, by a program or by the page; keeps cookies as a browser does. */
final class ListCaller {

    private static final Pattern CSRF = Pattern.compile("_csrf=([^\"&]+)\"");
    private static final String BORDER = "----a-border-that-no-list-contains";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;
    private final String user;

    ListCaller(int port, String user) {
        this.port = port;
        this.user = user;
    }

    HttpResponse<String> post(String path, byte[] list) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(list)));
    }

    HttpResponse<String> post(String path, String list) {
        return post(path, list.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> postForm(String path, String name, byte[] list) {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BORDER)
                .POST(BodyPublishers.ofByteArray(form(name, list))));
    }

    /** Opens the page, chooses the file, presses the button; answers with where the page leads to. */
    HttpResponse<String> choose(String name, byte[] list) {
        Matcher token = CSRF.matcher(get("/leads/import").body());
        if (!token.find()) {
            throw new AssertionError("the page has no form");
        }
        return postForm("/leads/import?_csrf=" + token.group(1), name, list);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static byte[] form(String name, byte[] list) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(list);
        form.writeBytes(("\r\n--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
