package io.buildingos.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real S3 API over a folder, in a process of its own. */
public final class StoreServer implements AutoCloseable {
    public static final String BUCKET = "buildingos";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static StoreServer shared;

    private final Process process;
    private final Path folder;
    private final int port;

    /** @param folder where the objects lie, by bucket and key */
    StoreServer(Path folder) {
        this.folder = folder;
        try {
            this.port = freePort();
            Files.createDirectories(folder.resolve(BUCKET));
            Path settings = Files.createTempFile("s3proxy", ".properties");
            Files.writeString(
                    settings,
                    String.join(
                            "\n",
                            "s3proxy.endpoint=http://127.0.0.1:" + port,
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=key",
                            "s3proxy.credential=of-this-test-alone",
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + folder));
            this.process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            Path.of("target", "jars", "s3proxy.jar")
                                    .toAbsolutePath()
                                    .toString(),
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitAnswer();
            Files.delete(settings);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One for all tests that don't hurt it: each uses a bucket of its own. */
    public static synchronized StoreServer shared() {
        if (shared == null) {
            try {
                shared = new StoreServer(Files.createTempDirectory("store"));
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return shared;
    }

    public int port() {
        return port;
    }

    public Path bucket(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IllegalStateException("the store doesn't start");
    }
}
