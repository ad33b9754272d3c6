package io.buildingos.system;

import io.buildingos.devstack.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second server over the stack's own database, with settings of its own: what another environment would be like. */
final class OtherServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final Path folder;
    private final Ports ports = Ports.free();
    private final Process process;

    /** Returns when the application answers, ready or not. */
    OtherServer(TestStack stack, Path folder, Map<String, String> settings) throws Exception {
        this.folder = folder;
        this.home = Servers.copy(folder.resolve("other-server"));
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 database.example\n");
        deployed();
        Map<String, String> environment = new HashMap<>(stack.settings());
        environment.keySet().removeIf(name -> name.startsWith("BUILDINGOS_") && !name.equals("BUILDINGOS_NODE"));
        environment.put("PORT", Integer.toString(ports.http()));
        environment.put("BUILDINGOS_NODE", "other");
        environment.put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
        environment.put("SHUTDOWN_SECONDS", "1");
        environment.put("DRAIN_SECONDS", "0");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("BUILDINGOS_JAVA_OPTS", "-Xmx384m " + TestStack.QUICK_START);
        // Of every JVM: the one that looks at the database before the server starts, too.
        environment.put("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts);
        environment.putAll(settings);
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/standalone.sh").toString(),
                        "-Djboss.management.http.port=" + ports.management())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        AuditTrail.ignoreLike(stack.base(), base());
        this.process = builder.start();
        awaitAnswer();
    }

    URI base() {
        return URI.create("http://localhost:" + ports.http());
    }

    /** Of the JVM itself: the script stands before it. */
    long pid() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    Path log() {
        return folder.resolve("other-server.log");
    }

    /** One operation, as an operator at the server's own command line gives it. */
    Servers.Outcome operation(String operation) throws Exception {
        return Servers.run(
                folder,
                Map.of(),
                List.of(
                        home.resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + ports.management(),
                        operation));
    }

    private void deployed() throws IOException {
        Path configuration = home.resolve("standalone/configuration/standalone.xml");
        String plain = Files.readString(configuration);
        Path ear = Servers.ROOT.resolve("ear/target/buildingos.ear");
        Files.writeString(
                configuration,
                plain.substring(0, plain.lastIndexOf("</server>"))
                        + "<deployments><deployment name=\"buildingos.ear\" runtime-name=\"buildingos.ear\">"
                        + "<fs-archive path=\"" + ear + "\"/></deployment></deployments></server>\n");
    }

    private void awaitAnswer() throws IOException {
        try {
            Eventually.until(PATIENCE, this::answersOrEnded, answers -> answers);
        } catch (AssertionError never) {
            close();
            throw new AssertionError(never.getMessage() + "\n" + Files.readString(log()));
        }
    }

    private boolean answersOrEnded() {
        if (!process.isAlive()) {
            throw new AssertionError("the other server ended with " + process.exitValue());
        }
        try {
            HttpURLConnection ready =
                    (HttpURLConnection) base().resolve("/ready").toURL().openConnection();
            int status = ready.getResponseCode();
            return status == 503 || status == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** As a crash does it: nothing is finished, nothing said goodbye to. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
