package io.buildingos.system;

import io.buildingos.devstack.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server as operators have it: configured, running as staging, with nothing deployed until a script does it. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TO_ROLL = Duration.ofMinutes(5);
    private static final Path SCRIPTS = Servers.ROOT.resolve("wildfly-config/src/main/scripts");
    private static final Path CLI = Servers.ROOT.resolve("wildfly-config/src/main/cli");

    private final Path folder;
    private final Path home;
    private final Ports ports = Ports.free();
    private final String http;
    private final Process process;

    /** Doesn't wait; see {@link #awaitManagement}. */
    Node(TestStack stack, Path parent, String name) throws IOException {
        this(stack, parent, name, null);
    }

    /** @param port null for one of its own */
    Node(TestStack stack, Path parent, String name, String port) throws IOException {
        http = port == null ? Integer.toString(ports.http()) : port;
        folder = Files.createDirectories(parent.resolve(name));
        home = Servers.copy(folder.resolve("server"));
        Map<String, String> environment = new HashMap<>(stack.settings());
        environment.put("APP_ENV", "staging");
        environment.put("LOG_FORMAT", "text");
        environment.put("PORT", http);
        environment.put("BUILDINGOS_NODE", name);
        environment.put("BUILDINGOS_JAVA_OPTS", "-Xmx320m");
        environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
        environment.put("DRAIN_SECONDS", "3");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/standalone.sh").toString(),
                        "-Djboss.management.http.port=" + ports.management())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    void awaitManagement() {
        Eventually.until(PATIENCE, () -> statusOf(management() + "/health/live"), status -> status == 200);
    }

    Path home() {
        return home;
    }

    private String management() {
        return "http://" + controller();
    }

    String controller() {
        return "127.0.0.1:" + ports.management();
    }

    String address() {
        return "127.0.0.1:" + http;
    }

    URI base() {
        return URI.create("http://" + address());
    }

    Path log() {
        return folder.resolve("server.log");
    }

    int ready() {
        return statusOf(base() + "/ready");
    }

    /** {@code deploy} with these arguments, at this node. */
    Servers.Outcome deploy(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("deploy").toString()));
        command.addAll(List.of("--controller", controller()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** {@code roll} needs a command line interface to speak by; any node's will do. */
    Servers.Outcome roll(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("roll").toString()));
        command.addAll(List.of(arguments));
        return Servers.run(folder, environment(), command, TO_ROLL);
    }

    /** One of the scripts for the server's own command line. */
    Servers.Outcome cli(String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/jboss-cli.sh").toString(), "-c"));
        command.addAll(List.of("--controller=" + controller(), "--file=" + CLI.resolve(script + ".cli")));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Servers.Outcome run(List<String> command) throws Exception {
        return Servers.run(folder, environment(), command);
    }

    private Map<String, String> environment() {
        return Map.of("JBOSS_HOME", home.toString());
    }

    /** As systemd and Kubernetes stop it; returns when it has ended. */
    void terminate() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs a minute after SIGTERM");
        }
    }

    private static int statusOf(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
        } catch (IOException notListening) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
