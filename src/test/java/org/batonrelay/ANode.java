package org.batonrelay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Baton in a process of its own, started as an operator starts it; what it prints is kept in a file. */
final class ANode implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePorts.next();
    private final Path log;
    private final Process process;

    ANode(Path folder, String name, Map<String, String> settings) throws IOException {
        log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.batonrelay.Baton",
                "--server.port=" + port));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    boolean isHealthy() {
        if (!process.isAlive()) {
            throw new AssertionError("the node ended:\n" + printed());
        }
        try {
            HttpRequest health =
                    HttpRequest.newBuilder(address("/actuator/health")).build();
            return client.send(health, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String user, String password, String path, String json) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", basic(user, password))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** As a visitor's browser does, which has no login. */
    HttpResponse<String> visit(String path, String json, String key) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .header("Chat-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** What is streamed, line by line; for half a minute at most. */
    Stream<String> listen(String path) {
        try {
            HttpRequest events = HttpRequest.newBuilder(address(path))
                    .header("Accept", "text/event-stream")
                    .build();
            Stream<String> lines = client.send(events, BodyHandlers.ofLines()).body();
            CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS).execute(lines::close);
            return lines;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> put(String user, String password, String path) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", basic(user, password))
                .PUT(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> get(String user, String password, String path) {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", basic(user, password)));
    }

    /** As when the power goes: nothing is finished, nothing is said. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
