package io.buildingos.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An S3 API over a folder: real signatures, conditional writes, multipart uploads. In its own JVM: it brings 90 MB. */
final class ObjectStore {
    static final String PART = "object store";
    static final String BUCKET = "buildingos";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path state;
    private final Build build;
    private final int port;
    private final Secrets secrets;

    ObjectStore(Path state, Build build, int port, Secrets secrets) {
        this.state = state;
        this.build = build;
        this.port = port;
        this.secrets = secrets;
    }

    Child start() {
        Ports.requireFree(PART, port);
        Path settings = state.resolve("s3proxy.properties");
        try {
            // A bucket is a folder.
            Files.createDirectories(state.resolve("s3").resolve(BUCKET));
            Secrets.writePrivately(
                    settings,
                    String.join(
                            "\n",
                            "s3proxy.endpoint=http://127.0.0.1:" + port,
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=" + key(),
                            "s3proxy.credential=" + secret(),
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + state.resolve("s3"),
                            ""));
        } catch (IOException failed) {
            throw new StackFailure("The object store cannot be set up: " + failed.getMessage(), failed);
        }
        Child child = Child.start(
                PART,
                state,
                List.of(
                        Tools.java().toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        build.objectStore().toString(),
                        "--properties",
                        settings.toString()),
                Map.of());
        return child;
    }

    void awaitAnswer(Child child) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (child.isAlive() && Instant.now().isBefore(deadline)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Waiting.aMoment();
            }
        }
        throw new StackFailure("The object store doesn't start; see " + child.log());
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    String key() {
        return secrets.of("s3.key", 10);
    }

    String secret() {
        return secrets.of("s3.secret", 20);
    }
}
