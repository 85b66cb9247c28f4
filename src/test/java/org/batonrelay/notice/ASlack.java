package org.batonrelay.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for Slack (and for a Teams webhook) on this machine: takes calls as its documentation has them, and keeps them. */
public final class ASlack {

    /** The one that the running Baton of all tests is connected to. */
    public static final ASlack SHARED = new ASlack();

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final HttpServer server;
    private volatile int status = 200;

    /** @param authorization the header, or null */
    public record Call(String path, String authorization, String contentType, JsonNode body) {}

    public ASlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it answers from now on, such as 500. */
    public void answer(int code) {
        status = code;
    }

    /** Calls of a path whose body contains a text, oldest first. */
    public List<Call> calls(String path, String containing) {
        return calls.stream()
                .filter(call ->
                        call.path().equals(path) && call.body().toString().contains(containing))
                .toList();
    }

    public void stop() {
        server.stop(0);
    }

    private void take(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = call.getRequestURI().getPath();
        calls.add(new Call(
                path,
                call.getRequestHeaders().getFirst("Authorization"),
                call.getRequestHeaders().getFirst("Content-Type"),
                new ObjectMapper().readTree(body.isEmpty() ? "{}" : body)));
        byte[] answer = answerTo(path, call.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        call.sendResponseHeaders(status, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    private String answerTo(String path, String query) {
        if (status != 200) {
            return "something_is_broken";
        }
        return switch (path) {
            case "/api/chat.postMessage" ->
                "{\"ok\":true,\"channel\":\"C0RESOLVED\",\"ts\":\"1700000000." + messages.incrementAndGet() + "\"}";
            case "/api/chat.update" -> "{\"ok\":true}";
            case "/api/users.info" ->
                query.equals("user=U0BYMAIL")
                        ? "{\"ok\":true,\"user\":{\"profile\":{\"email\":\"ae-2@baton.example\"}}}"
                        : "{\"ok\":false,\"error\":\"user_not_found\"}";
            default -> "ok";
        };
    }
}
