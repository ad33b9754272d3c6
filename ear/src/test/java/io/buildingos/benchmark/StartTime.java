package io.buildingos.benchmark;

import io.buildingos.devstack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From the start script to the first ready answer, beside the same for the server as it is unpacked. */
final class StartTime {
    private static final int RUNS = 3;
    private static final String STARTED = "WFLYSRV0025";

    private final Path root;
    private final Path folder;

    StartTime(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    void compare(Stack stack, Report report) {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            bare.add(bareServer());
            ours.add(stack.restartServer().toMillis() / 1000.0);
        }
        report.seconds("start to ready", Median.of(ours));
        report.seconds("bare server's start", Median.of(bare));
        report.bound("start / bare server's start", Median.of(ours) / Median.of(bare), 2.0);
    }

    private double bareServer() {
        Path log = folder.resolve("bare-server.log");
        try {
            Path home = plainServer();
            ProcessBuilder builder = new ProcessBuilder(
                            home.resolve("bin/standalone.sh").toString(), "-Djboss.socket.binding.port-offset=21000")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
            builder.environment().remove("JAVA_OPTS");
            long begin = System.nanoTime();
            Process process = builder.start();
            while (!Files.readString(log, StandardCharsets.UTF_8).contains(STARTED)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the bare server did not start; see " + log);
                }
                Pause.aMoment();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            process.destroy();
            process.waitFor();
            return seconds;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As Maven Central's archive unpacks, nothing configured. */
    private Path plainServer() throws IOException {
        try (Stream<Path> versions = Files.list(root.resolve("wildfly-config/target/plain"))) {
            return versions.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
