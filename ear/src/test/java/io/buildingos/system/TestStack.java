package io.buildingos.system;

import io.buildingos.devstack.Build;
import io.buildingos.devstack.Folders;
import io.buildingos.devstack.Ports;
import io.buildingos.devstack.Stack;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The stack under test, on free ports and with a state folder of its own, so that a development stack may run beside. */
public final class TestStack implements AutoCloseable {
    /** A server of tests lives for minutes: what the second compiler would gain by then, it costs before. */
    static final String QUICK_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** Tests ask faster than people do, and say themselves from which address. */
    private static final Map<String, String> SETTINGS = Map.of(
            "BUILDINGOS_JAVA_OPTS",
            "-Xms256m -Xmx512m -XX:MaxMetaspaceSize=320m -Dmp.openapi.extensions.enabled=true " + QUICK_START,
            "RESEND_WEBHOOK_SECRET",
            Webhooks.SECRET,
            "RATE_LIMIT_READS_PER_MINUTE",
            "1000000",
            "RATE_LIMIT_WRITES_PER_MINUTE",
            "1000000",
            "TRUSTED_PROXIES",
            "127.0.0.0/8,::1/128");

    /** Backup, retention, verification and drill: whoever tests at that hour has no other day than anybody else. */
    private static final String SLEEP_AT_NIGHT =
            "update job_schedules set next_at = next_at + interval '1 year' where cron like '0 _ * * %'";

    private static final Duration IDLE_AFTER = Duration.ofMinutes(3);

    private final Stack stack;
    private final Path state;

    private TestStack(Stack stack, Path state) {
        this.stack = stack;
        this.state = state;
    }

    static TestStack start() {
        return start("stack", Map.of());
    }

    /**
     * Another one, whose audit log {@link AuditTrail} doesn't look into.
     *
     * @param own settings beside the usual ones: a mail provider, say
     */
    static TestStack startUnwatched(String folder, Map<String, String> own) {
        TestStack stack = start(folder, own);
        AuditTrail.ignore(stack.base());
        return stack;
    }

    private static TestStack start(String folder, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(own);
        Path root = Path.of(System.getProperty("buildingos.root"));
        // Nothing is taken from the environment: tests never touch a database that isn't theirs.
        // The tests believe in proxies, so that each visitor can come from an address of its own.
        Path state = root.resolve("ear/target").resolve(folder);
        forget(state);
        Stack stack = Stack.start(
                new Build(root), state, Ports.free(), settings, line -> System.out.println("test stack: " + line));
        TestStack started = new TestStack(stack, state);
        Sql.change(started, SLEEP_AT_NIGHT);
        return started;
    }

    /** What an earlier run wrote; programs stay, and so does a database that still runs. */
    private static void forget(Path state) {
        if (Files.exists(state.resolve("postgres/postmaster.pid"))) {
            return;
        }
        try {
            for (String data : List.of("postgres", "s3", "mail")) {
                Folders.delete(state.resolve(data));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI base() {
        return stack.base();
    }

    public URI management() {
        return URI.create("http://localhost:" + stack.ports().management());
    }

    /** The settings of the application under test: {@code S3_*}, {@code JWT_SECRET} and so on. */
    public Map<String, String> settings() {
        return stack.settings();
    }

    /** As the application's role: row security applies. */
    public Connection asApplication() throws SQLException {
        return connect("DATABASE_URL");
    }

    /** As the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        return connect("MIGRATION_DATABASE_URL");
    }

    /** The settings of a database of the same server with nothing in it. */
    Map<String, String> emptyDatabase() throws SQLException, IOException {
        String name = "empty_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        URI url = URI.create(settings().get("DATABASE_URL"));
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(state.resolve("secrets.properties"))) {
            secrets.load(file);
        }
        try (Connection superuser = DriverManager.getConnection(
                        "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + "/postgres",
                        "postgres",
                        secrets.getProperty("postgres.postgres"));
                Statement statement = superuser.createStatement()) {
            statement.execute("create database " + name + " owner buildingos_owner template template0");
        }
        Map<String, String> empty = new HashMap<>();
        for (String setting : new String[] {"DATABASE_URL", "MIGRATION_DATABASE_URL"}) {
            empty.put(setting, settings().get(setting).replaceFirst("/[^/]*$", "/" + name));
        }
        return empty;
    }

    /** Where the object store keeps an object of the application's. */
    Path stored(String key) {
        return state.resolve("s3").resolve(settings().get("S3_BUCKET")).resolve(key);
    }

    /** Every mail sent since the stack started. */
    public List<MimeMessage> mails() {
        return stack.mails().received();
    }

    /** Returns when the job has completed. */
    public void runJob(String job) {
        awaitIdle(job);
        if (!stack.runJob(job)) {
            throw new IllegalArgumentException("The application has no job " + job);
        }
    }

    /** A job that doesn't overlap with itself may still run for another test. */
    void awaitIdle(String job) {
        Eventually.until(
                IDLE_AFTER,
                () -> Sql.one(this, "select count(*) from job_runs where ended_at is null and job = ?", job),
                "0"::equals);
    }

    /** As a power cut would. */
    long serverPid() {
        return stack.serverPid();
    }

    void killServer() {
        ProcessHandle.of(serverPid()).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    void restartServer() {
        stack.restartServer();
    }

    @Override
    public void close() {
        stack.close();
    }

    private Connection connect(String setting) throws SQLException {
        return connect(stack.settings(), setting);
    }

    static Connection connect(Map<String, String> settings, String setting) throws SQLException {
        URI url = URI.create(settings.get(setting));
        String[] user = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(), user[0], user[1]);
    }
}
