package io.buildingos.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** {@link BareUndertow} in a process of its own. */
record Bare(Process process, int port) implements AutoCloseable {

    static Bare start(String body) {
        try (ServerSocket probe = new ServerSocket(0)) {
            int port = probe.getLocalPort();
            probe.close();
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareUndertow.class.getName(),
                            Integer.toString(port),
                            body))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Bare bare = new Bare(process, port);
            while (!bare.listens()) {
                Pause.aMoment();
            }
            return bare;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the bare handler did not start");
        }
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
