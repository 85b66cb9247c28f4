package org.batonrelay.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody on a website, speaking HTTP over a plain socket: each from an address of their own, which the usual client
 * cannot choose, so that the limits of one do not reach the tests of another.
 */
final class Visitor {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int PATIENCE_MILLIS = 20_000;

    private final ObjectMapper json = new ObjectMapper();
    private final int port;
    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();
    String id = "";
    String key = "";

    Visitor(int port) {
        this.port = port;
        int number = MADE.incrementAndGet();
        this.address = "127.9." + number / 250 + "." + (1 + number % 250);
    }

    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    Answer begin() {
        Answer begun = post("/api/chat", "");
        if (begun.status() == 201) {
            id = begun.json().get("id").asText();
            key = begun.json().get("key").asText();
        }
        return begun;
    }

    Answer say(String text) {
        return post(
                "/api/chat/" + id + "/messages",
                json.createObjectNode().put("text", text).toString());
    }

    /** Everything that was said, as this visitor gets it. */
    List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        get("/api/chat/" + id + "/messages").json().get("messages").forEach(messages::add);
        return messages;
    }

    String said() {
        return messages().stream()
                .map(it -> it.get("from").asText() + ": " + it.get("text").asText())
                .collect(Collectors.joining("\n"));
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    Answer call(String method, String path, String body) {
        try (Socket socket = connect(method, path, body)) {
            List<String> lines = new ArrayList<>();
            BufferedReader reader = reader(socket);
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                lines.add(line);
            }
            String content = reader.lines().collect(Collectors.joining("\n"));
            return new Answer(status(lines), headers(lines), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens until the connection is closed; at most one at a time. */
    Listening listen(String... more) {
        return new Listening("/api/chat/" + id + "/events", more);
    }

    Listening listenAt(String path, String... more) {
        return new Listening(path, more);
    }

    final class Listening implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader reader;
        final int status;
        final Map<String, String> headers;

        private Listening(String path, String... more) {
            try {
                for (int i = 0; i < more.length; i += 2) {
                    Visitor.this.headers.put(more[i], more[i + 1]);
                }
                socket = connect("GET", path, "");
                for (int i = 0; i < more.length; i += 2) {
                    Visitor.this.headers.remove(more[i]);
                }
                reader = reader(socket);
                List<String> lines = new ArrayList<>();
                for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                    lines.add(line);
                }
                status = status(lines);
                headers = Visitor.headers(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits for the next event; comments are passed over. */
        Event next() {
            String id = "";
            StringBuilder data = new StringBuilder();
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            try {
                for (String line = reader.readLine();
                        line != null && System.nanoTime() < end;
                        line = reader.readLine()) {
                    if (line.startsWith("id:")) {
                        id = line.substring(3).strip();
                    } else if (line.startsWith("data:")) {
                        data.append(line.substring(5));
                    } else if (line.isEmpty() && data.length() > 0) {
                        return new Event(id, json.readTree(data.toString()));
                    }
                }
            } catch (IOException e) {
                throw new AssertionError("no further event came", e);
            }
            throw new AssertionError("the stream has ended");
        }

        List<Event> next(int many) {
            return Stream.generate(this::next).limit(many).toList();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    record Event(String id, JsonNode data) {

        String text() {
            return data.get("text").asText();
        }
    }

    private Socket connect(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> all = new LinkedHashMap<>(Map.of("Host", "localhost:" + port));
        all.put("Content-Type", "application/json");
        all.put("Content-Length", String.valueOf(content.length));
        if (!key.isEmpty()) {
            all.put("Chat-Key", key);
        }
        all.putAll(headers);
        String head = all.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue() + "\r\n")
                .collect(Collectors.joining("", method + " " + path + " HTTP/1.0\r\n", "\r\n"));
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        try {
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
        } catch (IOException refusedBeforeItWasRead) {
            // the answer says why
        }
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int status(List<String> lines) {
        return Integer.parseInt(lines.get(0).split(" ")[1]);
    }

    private static Map<String, String> headers(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(":\\s*", 2))
                .collect(Collectors.toMap(it -> it[0].toLowerCase(java.util.Locale.ROOT), it -> it[1], (a, b) -> a));
    }
}
