package io.buildingos.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands for a mail provider: takes a mail of the same key once, and can be down, slow to answer, or choosy. */
final class ProviderPeer implements AutoCloseable {
    /** How it behaves. */
    enum Mood {
        UP,
        DOWN,
        /** Takes the mail, and never says so. */
        SILENT
    }

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.UP;

    ProviderPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/emails", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void become(Mood next) {
        mood = next;
    }

    void refuse(String recipient) {
        refused.put(recipient, recipient);
    }

    void forgive(String recipient) {
        refused.remove(recipient);
    }

    /** The keys asked with, one for each request. */
    List<String> requests() {
        return requests;
    }

    /** Mails that went out, by key. */
    Map<String, String> taken() {
        return taken;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (mood == Mood.DOWN) {
            answer(exchange, 503, "{}");
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (refused.keySet().stream().anyMatch(body::contains)) {
            answer(exchange, 422, "{\"message\":\"Invalid `to` field\"}");
            return;
        }
        taken.putIfAbsent(key, body);
        requests.add(key);
        if (mood == Mood.UP) {
            answer(exchange, 200, "{\"id\":\"re-" + key + "\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
