package io.buildingos.devstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our own copy of the server that the build configured, started by its own script with the application deployed. */
final class ApplicationServer {
    static final String PART = "WildFly";
    private static final String STAMP = ".configured";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** An answer of the management takes the starting server more work than one of the application. */
    private static final int LOOKS_PER_STATUS = 10;

    private static final String DEPLOYMENT = "{\"deployment\":\"" + Deployment.NAME + "\"}";

    private final Path state;
    private final Build build;
    private final Ports ports;
    private final Management management;

    ApplicationServer(Path state, Build build, Ports ports, Secrets secrets) {
        this.state = state;
        this.build = build;
        this.ports = ports;
        this.management = new Management(ports.management(), secrets);
    }

    /** Its own copy, with the newest build in it. */
    void prepare() {
        Path home = ownCopy();
        Path configuration = home.resolve("standalone/configuration");
        Path application = Deployment.layOut(build.ear(), state);
        try {
            management.allowIn(configuration);
            String plain = Files.readString(build.server().resolve("standalone/configuration/standalone.xml"));
            Files.writeString(
                    configuration.resolve("standalone.xml"),
                    plain.substring(0, plain.lastIndexOf("</server>")) + deployment(application) + "</server>\n");
            Files.copy(build.operator(), home.resolve("bin/buildingos.jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new StackFailure("The server cannot be prepared: " + failed.getMessage(), failed);
        }
    }

    Child start(Map<String, String> settings) {
        Ports.requireFree("HTTP", ports.http());
        Ports.requireFree("management", ports.management());
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("BUILDINGOS_MIGRATED", "true");
        // The script then hands the signals it gets on to the server.
        environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
        // Open pages hold a request open for their events; a developer's Ctrl-C doesn't wait for them.
        environment.putIfAbsent("SHUTDOWN_SECONDS", "1");
        return Child.start(
                PART,
                state,
                List.of(
                        home().resolve("bin/standalone.sh").toString(),
                        "-Djboss.management.http.port=" + ports.management()),
                environment);
    }

    /** Returns when requests are served; fails as soon as it is clear that they won't be. */
    void awaitReady(Child child) {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (int look = 0; Instant.now().isBefore(deadline); look++) {
            if (!child.isAlive()) {
                throw new StackFailure("WildFly stopped while it started; see " + child.log());
            }
            if (isReady()) {
                return;
            }
            if (look % LOOKS_PER_STATUS == 0 && "FAILED".equals(management.attribute(DEPLOYMENT, "status"))) {
                throw new StackFailure("The application can't be deployed; see " + child.log());
            }
            Waiting.aMoment();
        }
        throw new StackFailure(
                "The application isn't ready after " + PATIENCE.toMinutes() + " minutes; see " + child.log());
    }

    /** Takes the newest build into the running server. */
    void redeploy(Child child) {
        Deployment.layOut(build.ear(), state);
        if (management.execute("redeploy", DEPLOYMENT, "") == null) {
            throw new StackFailure("The application can't be redeployed; see " + child.log());
        }
        awaitReady(child);
    }

    Jobs jobs() {
        return new Jobs(management);
    }

    private boolean isReady() {
        int ready = statusOf("/ready");
        return ready == HttpURLConnection.HTTP_OK
                || (ready == HttpURLConnection.HTTP_NOT_FOUND && statusOf("/health") == HttpURLConnection.HTTP_OK);
    }

    private int statusOf(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + ports.http() + path)
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static String deployment(Path application) {
        return "<deployments><deployment name=\"" + Deployment.NAME + "\" runtime-name=\"" + Deployment.NAME
                + "\"><fs-exploded path=\"" + application + "\"/></deployment></deployments>";
    }

    private Path home() {
        return state.resolve("server");
    }

    private Path ownCopy() {
        Path source = build.server();
        Path home = home();
        try {
            if (Files.exists(home.resolve(STAMP)) && Files.mismatch(source.resolve(STAMP), home.resolve(STAMP)) == -1) {
                return home;
            }
            Folders.delete(home);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : (Iterable<Path>) files.filter(f -> !f.endsWith(STAMP))::iterator) {
                    Files.copy(
                            file, home.resolve(source.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            // Last: a copy that was broken off is made again.
            Files.copy(source.resolve(STAMP), home.resolve(STAMP));
            return home;
        } catch (IOException failed) {
            throw new StackFailure("The server cannot be copied to " + home + ": " + failed.getMessage(), failed);
        }
    }
}
