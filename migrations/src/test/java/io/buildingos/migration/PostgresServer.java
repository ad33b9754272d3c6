package io.buildingos.migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real server of one major version, started once and ended with the tests. */
public final class PostgresServer {
    private static final Map<Integer, PostgresServer> RUNNING = new ConcurrentHashMap<>();
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres server;

    private PostgresServer(int major) {
        FLYWAY.setLevel(Level.WARNING);
        try {
            server = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, architecture) -> binaries(major))
                    .setServerConfig("max_connections", "60")
                    .start();
            sql(server.getPostgresDatabase(), "CREATE ROLE owner LOGIN; CREATE ROLE application LOGIN");
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("PostgreSQL " + major + " doesn't start", failure);
        }
    }

    public static PostgresServer of(int major) {
        return RUNNING.computeIfAbsent(major, PostgresServer::new);
    }

    /** An empty database that belongs to the role {@code owner}. */
    public TestDatabase newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        sql(server.getPostgresDatabase(), "CREATE DATABASE " + name + " OWNER owner");
        return new TestDatabase(name, server);
    }

    /** As restore drills need it. */
    public void allowCreatingDatabases() throws SQLException {
        sql(server.getPostgresDatabase(), "ALTER ROLE owner CREATEDB");
    }

    static void sql(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static InputStream binaries(int major) {
        Path archive = Path.of("target", "postgresql", major + ".jar").toAbsolutePath();
        try {
            return URI.create("jar:" + archive.toUri() + "!/postgres-linux-x86_64.txz")
                    .toURL()
                    .openStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
