package io.buildingos.devstack;

import io.buildingos.config.Configuration;
import io.buildingos.config.InvalidConfiguration;
import io.buildingos.migration.DatabaseUnavailable;
import io.buildingos.migration.MigrationFailed;
import io.buildingos.migration.Migrations;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything BuildingOS needs, running; closing stops what was started, the server first, the database last. */
public final class Stack implements AutoCloseable {
    private static final Duration SERVER_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Build build;
    private final Path state;
    private final Ports ports;
    private final StackSettings settings;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final List<Child> children = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean closing = new AtomicBoolean();
    private ApplicationServer server;
    private Child serverProcess;
    private MailSink mails;
    private FileChannel lock;

    private Stack(Build build, Path state, Ports ports, Map<String, String> given) {
        this.build = build;
        this.state = state.toAbsolutePath().normalize();
        this.ports = ports;
        lock();
        this.settings = new StackSettings(this.state, build, ports, given);
    }

    /**
     * Returns when requests are served. {@code given} holds settings that replace a part of the stack:
     * {@code DATABASE_URL}, {@code S3_BUCKET}, {@code SMTP_HOST}, {@code MAIL_PROVIDER}.
     */
    public static Stack start(
            Build build, Path state, Ports ports, Map<String, String> given, Consumer<String> progress) {
        Stack stack = new Stack(build, state, ports, given);
        // From here on nothing may stay behind, whichever way this JVM ends.
        Thread hook = new Thread(stack::close, "stack-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stack.startParts(progress);
            return stack;
        } catch (RuntimeException failed) {
            stack.close();
            throw failed;
        }
    }

    private void startParts(Consumer<String> progress) {
        stopLeftovers(progress);
        ObjectStore store = settings.embedsObjectStore() ? settings.objectStore() : null;
        Child storeProcess = store == null ? null : keep(store::start, "TERM", PATIENCE);
        if (settings.embedsMail()) {
            receiveMails();
        }
        if (settings.embedsDatabase()) {
            boolean left = Child.leftBy(Postgres.PART, state) != null;
            progress.accept(left ? "taking over PostgreSQL from an earlier launcher …" : "PostgreSQL …");
            Postgres postgres = settings.postgres();
            keepToTheEnd(postgres::start, "INT", PATIENCE);
            postgres.createRoles();
        }
        writeSettings();
        progress.accept("migrations …");
        migrate();
        if (store != null) {
            store.awaitAnswer(storeProcess);
        }
        progress.accept("WildFly …");
        server = new ApplicationServer(state, build, ports, settings.secrets());
        server.prepare();
        serverProcess = keep(() -> server.start(settings.values()), "TERM", SERVER_PATIENCE);
        server.awaitReady(serverProcess);
    }

    public URI base() {
        return URI.create("http://localhost:" + ports.http());
    }

    public Ports ports() {
        return ports;
    }

    /** The settings of the running application, secrets included. */
    public Map<String, String> settings() {
        return settings.values();
    }

    /** Null when mail goes elsewhere. */
    public MailSink mails() {
        return mails;
    }

    public void redeploy() {
        server.redeploy(serverProcess);
    }

    /** The server's own process, for those who measure it or kill it. */
    public long serverPid() {
        return serverProcess.pidOf("java");
    }

    /** Stops the server in order and starts it again: how long from its start script to ready. */
    public Duration restartServer() {
        serverProcess.stop("TERM", SERVER_PATIENCE);
        server.prepare();
        Instant begin = Instant.now();
        serverProcess = keep(() -> server.start(settings.values()), "TERM", SERVER_PATIENCE);
        server.awaitReady(serverProcess);
        return Duration.between(begin, Instant.now());
    }

    /** False when the application has no such job. */
    public boolean runJob(String job) {
        return runJob(job, Map.of());
    }

    public boolean runJob(String job, Map<String, String> parameters) {
        Jobs jobs = server.jobs();
        if (!jobs.knows(job)) {
            return false;
        }
        jobs.run(job, parameters);
        return true;
    }

    /** Tells of the first part that ends without having been stopped. */
    public void onDeath(Consumer<String> told) {
        for (Child child : List.copyOf(children)) {
            child.onDeath(() -> {
                if (!closing.get()) {
                    told.accept(child.part() + " has stopped unexpectedly; see " + child.log());
                }
            });
        }
    }

    @Override
    public synchronized void close() {
        closing.set(true);
        while (!stops.isEmpty()) {
            stops.removeFirst().run();
        }
        try {
            lock.close();
        } catch (IOException freedWithTheJvm) {
            // the lock ends with this JVM at the latest
        }
    }

    /** Starts under the same lock as closing: a part is either stopped or was never started. */
    private synchronized Child keep(Supplier<Child> start, String signal, Duration patience) {
        requireOpen();
        Child child = start.get();
        children.add(child);
        stops.addFirst(() -> child.stop(signal, patience));
        return child;
    }

    private synchronized void keepToTheEnd(Supplier<Child> start, String signal, Duration patience) {
        requireOpen();
        Child child = start.get();
        children.add(child);
        stops.addLast(() -> child.stop(signal, patience));
    }

    private synchronized void receiveMails() {
        requireOpen();
        mails = new MailSink(state, ports.smtp());
        stops.addFirst(mails::stop);
    }

    private void requireOpen() {
        if (closing.get()) {
            throw new StackFailure("Stopped while starting.");
        }
    }

    /** A launcher that was killed left its parts running; the database alone is taken over. */
    private void stopLeftovers(Consumer<String> progress) {
        for (String part : List.of(ApplicationServer.PART, ObjectStore.PART)) {
            Child left = Child.leftBy(part, state);
            if (left != null) {
                progress.accept("stopping " + part + " left by an earlier launcher …");
                left.stop("TERM", SERVER_PATIENCE);
            }
        }
        Child database = settings.embedsDatabase() ? null : Child.leftBy(Postgres.PART, state);
        if (database != null) {
            progress.accept("stopping PostgreSQL left by an earlier launcher …");
            database.stop("INT", PATIENCE);
        }
    }

    private void migrate() {
        List<String> steps = new ArrayList<>();
        try {
            Migrations.of(Configuration.load(settings.values(), state)).deploy(steps::add);
        } catch (InvalidConfiguration | DatabaseUnavailable | MigrationFailed failed) {
            throw new StackFailure(failed.getMessage(), failed);
        } finally {
            write(state.resolve("log/migrate.log"), steps);
        }
    }

    private static void write(Path log, List<String> lines) {
        try {
            Files.write(log, lines);
        } catch (IOException failed) {
            throw new StackFailure(log + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private void writeSettings() {
        StringBuilder lines = new StringBuilder("# Settings of the running stack: set -a; . ./dev.env; set +a\n");
        new TreeMap<>(new LinkedHashMap<>(settings.values()))
                .forEach((name, value) -> lines.append(name + "='" + value.replace("'", "'\\''") + "'\n"));
        try {
            Secrets.writePrivately(state.resolve("dev.env"), lines.toString());
        } catch (IOException failed) {
            throw new StackFailure("dev.env cannot be written: " + failed.getMessage(), failed);
        }
    }

    /** Two launchers over one folder would stop each other's parts. */
    private void lock() {
        try {
            Files.createDirectories(state.resolve("log"));
            FileChannel channel =
                    FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = channel.tryLock();
            if (taken == null) {
                channel.close();
                throw new StackFailure("BuildingOS already runs from " + state + ": stop it first.");
            }
            lock = channel;
        } catch (IOException failed) {
            throw new StackFailure(state + " cannot be used: " + failed.getMessage(), failed);
        }
    }
}
