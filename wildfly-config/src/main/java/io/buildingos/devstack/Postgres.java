package io.buildingos.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL with its data kept: durable, loopback only, passwords. The application's role owns nothing and
 * cannot get round row security; the owner's role runs the migrations.
 */
final class Postgres {
    static final String DATABASE = "buildingos";
    static final String OWNER = "buildingos_owner";
    static final String APPLICATION = "buildingos";
    static final String PART = "PostgreSQL";
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path state;
    private final Path data;
    private final int port;
    private final Secrets secrets;

    Postgres(Path state, int port, Secrets secrets) {
        this.state = state;
        this.data = state.resolve("postgres");
        this.port = port;
        this.secrets = secrets;
    }

    /** Takes over the one that a killed launcher left, if it listens where we want it. */
    Child start() {
        Child left = Child.leftBy(PART, state);
        if (left != null) {
            if (answersWithin(Duration.ofSeconds(5), left)) {
                return left;
            }
            left.stop("INT", PATIENCE);
        }
        Ports.requireFree(PART, port);
        List<String> wrapper = wrapper();
        Path home = PostgresBinaries.unpackedIn(state);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(home, wrapper);
        }
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        setting(command, "listen_addresses=127.0.0.1");
        setting(command, "unix_socket_directories=");
        setting(command, "max_connections=100");
        setting(command, "shared_buffers=128MB");
        setting(command, "log_min_duration_statement=500");
        setting(command, "shared_preload_libraries=pg_stat_statements");
        Child child = Child.start(PART, state, command, Map.of("TZ", "UTC"));
        if (!answersWithin(PATIENCE, child)) {
            child.stop("INT", PATIENCE);
            throw new StackFailure("PostgreSQL doesn't start; see " + child.log());
        }
        return child;
    }

    /** Idempotent: also completes what a killed first start left undone. */
    void createRoles() {
        try (Connection connection = connect("postgres", SUPERUSER);
                Statement statement = connection.createStatement()) {
            // Restore drills make databases and drop them.
            role(statement, OWNER, "CREATEDB");
            role(statement, APPLICATION, "NOCREATEDB");
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute(
                        "CREATE DATABASE " + DATABASE + " OWNER " + OWNER + " ENCODING 'UTF8' TEMPLATE template0");
            }
            countStatements();
        } catch (SQLException failed) {
            throw new StackFailure("PostgreSQL refuses its set-up: " + failed.getMessage(), failed);
        }
    }

    /** As an administrator does it: the extension isn't one that owners of a database may create. */
    private void countStatements() throws SQLException {
        try (Connection connection = connect(DATABASE, SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    String url(String role) {
        return "postgresql://" + role + ":" + password(role) + "@127.0.0.1:" + port + "/" + DATABASE;
    }

    private void role(Statement statement, String name, String databases) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name);
        }
        statement.execute("ALTER ROLE " + name + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE " + databases
                + " PASSWORD '" + password(name) + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String password(String role) {
        return secrets.of("postgres." + role, 16);
    }

    private Connection connect(String database, String role) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5";
        return DriverManager.getConnection(url, role, password(role));
    }

    private boolean answersWithin(Duration patience, Child child) {
        Instant deadline = Instant.now().plus(patience);
        while (child.isAlive() && Instant.now().isBefore(deadline)) {
            try (Connection connection = connect("postgres", SUPERUSER)) {
                return connection.isValid(5);
            } catch (SQLException notYet) {
                Waiting.aMoment();
            }
        }
        return false;
    }

    private void initialize(Path home, List<String> wrapper) {
        try {
            Path passwordFile = state.resolve("initdb.password");
            Secrets.writePrivately(passwordFile, password(SUPERUSER));
            Files.createDirectories(data);
            if (wrapper.contains("setpriv")) {
                giveAway(passwordFile);
                giveAway(data);
            }
            List<String> command = new ArrayList<>(wrapper);
            command.addAll(List.of(home.resolve("bin/initdb").toString(), "-D", data.toString(), "-U", SUPERUSER));
            command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8", "--locale=C"));
            Path log = state.resolve("log/initdb.log");
            Files.createDirectories(log.getParent());
            Process initdb = new ProcessBuilder(command)
                    .directory(state.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = initdb.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Files.delete(passwordFile);
            if (!ended || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new StackFailure("PostgreSQL's initdb failed; see " + log);
            }
        } catch (IOException failed) {
            throw new StackFailure("PostgreSQL cannot be set up: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while PostgreSQL was set up.", interrupted);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> wrapper() {
        if (!Tools.isRoot()) {
            return List.of();
        }
        if (Tools.works("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        if (Tools.works("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true")) {
            return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }
        throw new StackFailure(
                "PostgreSQL doesn't run as root, and neither unshare nor setpriv (util-linux) works here: "
                        + "run as another user, or set DATABASE_URL and MIGRATION_DATABASE_URL.");
    }

    private static void giveAway(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", 65534);
        Files.setAttribute(file, "unix:gid", 65534);
    }

    private static void setting(List<String> command, String setting) {
        command.add("-c");
        command.add(setting);
    }
}
