package io.buildingos.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each part listens, on loopback. */
public record Ports(int http, int management, int postgres, int objectStore, int smtp) {
    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9990;
    private static final int POSTGRES = 15432;
    private static final int OBJECT_STORE = 9090;
    private static final int SMTP = 3025;

    /** The usual ports, all shifted by the same number. */
    public static Ports shiftedBy(int offset) {
        return new Ports(HTTP + offset, MANAGEMENT + offset, POSTGRES + offset, OBJECT_STORE + offset, SMTP + offset);
    }

    /** Five ports that nobody uses now: all held until the last is known, so that no two are the same. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int index = 0; index < 5; index++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(ports[0], ports[1], ports[2], ports[3], ports[4]);
        } catch (IOException exhausted) {
            throw new StackFailure("No free port on loopback.", exhausted);
        } finally {
            held.forEach(Ports::close);
        }
    }

    Map<String, Integer> byPart() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("HTTP", http);
        parts.put("management", management);
        parts.put("PostgreSQL", postgres);
        parts.put("object store", objectStore);
        parts.put("SMTP", smtp);
        return parts;
    }

    static void requireFree(String part, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException busy) {
            throw new StackFailure(
                    "Port " + port + " (" + part + ") is in use. Stop what listens there, or shift all ports: "
                            + "BUILDINGOS_PORT_OFFSET=1000 ./mvnw -Pdev",
                    busy);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to free
        }
    }
}
