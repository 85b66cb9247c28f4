package org.batonrelay.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A program of somebody else's on this machine that hears of the relay. */
public final class AProgram {

    /** The one that the running Baton of all tests tells of campaigns that are not as advertised. */
    public static final AProgram SHARED = new AProgram();

    /** @param headers in small letters */
    public record Call(Map<String, String> headers, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 204;

    public AProgram() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "a-program");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/baton", this::take);
        server.createContext("/elsewhere", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/baton";
    }

    /** What it answers from now on. */
    void answer(int code) {
        status = code;
    }

    List<Call> calls(String containing) {
        return calls.stream().filter(call -> call.body().contains(containing)).toList();
    }

    private void take(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        call.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        calls.add(new Call(headers, body));
        if (status == 302) {
            call.getResponseHeaders().add("Location", "/elsewhere");
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }
}
