package org.batonrelay.team;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls Baton over HTTP with the name and password of an example person. */
public record EngineCaller(String person, int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public HttpResponse<String> call(String route) {
        return call(route, "application/json", BodyPublishers.noBody());
    }

    public HttpResponse<String> call(String route, String json) {
        return call(route, "application/json", BodyPublishers.ofString(json));
    }

    /** Deploys a file as Modeler does. */
    HttpResponse<String> deploy(String name, String content) {
        String border = "----file";
        String body = part(border, "deployment-name\"", name)
                + part(border, "deploy-changed-only\"", "true")
                + part(border, "data\"; filename=\"" + name + "\"", content)
                + "--" + border + "--\r\n";
        return call(
                "POST /engine-rest/deployment/create",
                "multipart/form-data; boundary=" + border,
                BodyPublishers.ofString(body));
    }

    private static String part(String border, String field, String content) {
        return "--" + border + "\r\nContent-Disposition: form-data; name=\"" + field + "\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> call(String route, String type, BodyPublisher body) {
        String[] parts = route.split(" ", 2);
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + parts[1]))
                .method(parts[0], body)
                .header("Content-Type", type)
                .header("Authorization", "Basic " + login)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(request.toString(), e);
        }
    }
}
