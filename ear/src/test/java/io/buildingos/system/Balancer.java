package io.buildingos.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** haproxy with the configuration that the operations guide ships, in front of two nodes. */
final class Balancer implements AutoCloseable {
    private final URI base;
    private final Process process;

    Balancer(Path folder, Node one, Node two) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        base = URI.create("http://127.0.0.1:" + port);
        Path configuration = Servers.ROOT.resolve("wildfly-config/src/main/haproxy/haproxy.cfg");
        ProcessBuilder builder = new ProcessBuilder(program(), "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile());
        builder.environment().put("LISTEN", "127.0.0.1:" + port);
        builder.environment().put("NODE_ONE", one.address());
        builder.environment().put("NODE_TWO", two.address());
        process = builder.start();
        Eventually.until(Duration.ofSeconds(10), () -> listens(port), up -> up);
    }

    URI base() {
        return base;
    }

    private static String program() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(":", -1)),
                        List.of("/usr/sbin", "/usr/local/sbin").stream())
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("haproxy is not installed; .ci/run does it"))
                .toString();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
