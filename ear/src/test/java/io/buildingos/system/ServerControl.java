package io.buildingos.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a test in another process may do with the stack's server: {@code POST /hold} keeps a verification from writing what
 * its first check came to, {@code /let-go} ends that; {@code /kill} ends the server as a power cut would, {@code /start} lets
 * go and starts it again.
 */
final class ServerControl implements AutoCloseable {
    private final TestStack stack;
    private final HttpServer http;
    private Connection held;

    ServerControl(TestStack stack) throws IOException {
        this.stack = stack;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/hold", this::hold);
        serve("/let-go", this::letGo);
        serve("/kill", stack::killServer);
        serve("/start", this::start);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void serve(String path, Act act) {
        http.createContext(path, exchange -> answer(exchange, act));
    }

    private static void answer(HttpExchange exchange, Act act) throws IOException {
        try (exchange) {
            act.run();
            exchange.sendResponseHeaders(204, -1);
        } catch (SQLException failure) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private void hold() throws SQLException {
        held = stack.asOwner();
        held.setAutoCommit(false);
        held.createStatement().execute("lock table verification_results in share mode");
    }

    private void start() throws SQLException {
        letGo();
        stack.restartServer();
    }

    private void letGo() throws SQLException {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    public void close() throws SQLException {
        http.stop(0);
        letGo();
    }

    private interface Act {
        void run() throws SQLException;
    }
}
