package io.buildingos.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations promise, on every supported PostgreSQL. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {15, 16, 17, 18})
@Execution(ExecutionMode.CONCURRENT)
class MigrationMatrixTest {
    @Parameter
    private int major;

    @TempDir
    private Path folder;

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
    private TestDatabase database;

    @BeforeEach
    void makeADatabase() throws SQLException {
        database = PostgresServer.of(major).newDatabase();
    }

    @Test
    void buildsTheProductsSchemaInAnEmptyDatabase() throws SQLException {
        MigrationFiles product = MigrationFiles.ofProduct();
        Migrations migrations = database.migrations(product);
        assertEquals(List.copyOf(product.migrations().keySet()), migrations.pending());
        int applied = migrations.deploy(progress::add);
        assertEquals(product.migrations().size(), applied);
        assertEquals("All migrations have been applied", progress.get(progress.size() - 1));
        assertEquals(List.of(), migrations.pending());
        assertEquals(List.of(), migrations.validate());
        assertEquals(
                Integer.toString(major), database.ask("SELECT current_setting('server_version_num')::int / 10000"));
        assertEquals(0, migrations.deploy(progress::add));
    }

    @Test
    void bringsTheFirstReleaseWithItsDataToTheLatest() throws IOException, SQLException {
        MigrationFiles product = MigrationFiles.ofProduct();
        String first = product.migrations().keySet().iterator().next();
        write(first, product.migrations().get(first));
        Migrations oldest = database.migrations(MigrationFiles.in(folder));
        oldest.deploy(progress::add);
        database.sql("""
                SET app.scope = 'system';
                INSERT INTO tenants (id, version, name, slug, type, status, currency, locale, time_zone, created_at)
                VALUES ('01890000-0000-7000-8000-000000000001', 0, 'Tenant A', 'tenant-a', 'MANAGEMENT_COMPANY',
                    'ACTIVE', 'ARS', 'es', 'UTC', '2026-01-01T00:00:00Z')""");
        Migrations latest = database.migrations(product);
        assertEquals(product.migrations().size() - 1, latest.deploy(progress::add));
        assertEquals(List.of(), latest.validate());
        // The older release meets a newer database during a rolling update, and accepts it.
        assertEquals(List.of(), oldest.validate());
        assertEquals(List.of(), oldest.pending());
        PostgresServer.sql(database.asApplication(), "SELECT FROM tenants");
        database.sql("ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY");
        assertEquals("Tenant A", database.ask("SELECT name FROM tenants WHERE slug = 'tenant-a'"));
    }

    @Test
    void grantsTheApplicationWhatItNeedsAndNoMore() throws SQLException {
        database.migrations(MigrationFiles.ofProduct()).deploy(progress::add);
        assertEquals("SELECT", grants("flyway_schema_history"));
        assertEquals("DELETE,INSERT,SELECT,UPDATE", grants("tenants"));
        assertEquals("INSERT,SELECT", grants("audit_entries"));
        assertEquals("INSERT,SELECT", grants("audit_seals"));
        assertThrows(
                SQLException.class, () -> PostgresServer.sql(database.asApplication(), "CREATE TABLE own (id int)"));
    }

    @Test
    void refusesAnAppliedMigrationThatWasChanged() throws IOException, SQLException {
        write("V1__test_a.sql", "CREATE TABLE a (id bigint)");
        files().deploy(progress::add);
        write("V1__test_a.sql", "CREATE TABLE a (id bigint, more text)");
        write("V2__test_b.sql", "CREATE TABLE b (id bigint)");
        String problem =
                "V1 (test a) was changed after it was applied. Restore the file; changes go into a new migration.";
        assertEquals(List.of(problem), files().validate());
        MigrationFailed refused = assertThrows(MigrationFailed.class, () -> files().deploy(progress::add));
        assertEquals("Nothing was applied: " + problem, refused.getMessage());
        assertNull(database.ask("SELECT to_regclass('b')"));
    }

    @Test
    void leavesTheDatabaseAsItWasWhenAMigrationFails() throws IOException, SQLException {
        write("V1__test_a.sql", "CREATE TABLE a (id bigint)");
        write("V2__test_b.sql", "CREATE TABLE b (id bigint);\nINSERT INTO a VALUES (1);\nSELECT 1 / 0;");
        write("V3__test_c.sql", "CREATE TABLE c (id bigint)");
        MigrationFailed failed = assertThrows(MigrationFailed.class, () -> files().deploy(progress::add));
        assertEquals(
                "V2__test_b.sql (line 3) failed: ERROR: division by zero\n"
                        + "The database is as it was before this migration. Correct it, then deploy again.",
                failed.getMessage());
        assertEquals(List.of("Applied V1__test_a.sql"), progress);
        assertNull(database.ask("SELECT to_regclass('b')"));
        assertEquals("0", database.ask("SELECT count(*) FROM a"));
        assertEquals(List.of("V2__test_b.sql", "V3__test_c.sql"), files().pending());
        write("V2__test_b.sql", "CREATE TABLE b (id bigint)");
        assertEquals(2, files().deploy(progress::add));
    }

    @Test
    void explainsHowToGoOnAfterAFailureOutsideATransaction() throws IOException, SQLException {
        write("V1__test_a.sql", "CREATE TABLE a (id bigint); INSERT INTO a VALUES (1), (1)");
        write("V2__test_a_key.sql", "CREATE UNIQUE INDEX CONCURRENTLY a_id_key ON a (id)");
        write("V2__test_a_key.sql.conf", "executeInTransaction=false");
        MigrationFailed failed = assertThrows(MigrationFailed.class, () -> files().deploy(progress::add));
        assertTrue(failed.getMessage().contains("DROP INDEX CONCURRENTLY"), failed.getMessage());
        assertTrue(failed.getMessage().contains("migrate resolve 2"), failed.getMessage());
        MigrationFailed refused = assertThrows(MigrationFailed.class, () -> files().deploy(progress::add));
        assertTrue(refused.getMessage().contains("V2 (test a key) failed half-way"), refused.getMessage());
        database.sql("DROP INDEX a_id_key; DELETE FROM a");
        assertFalse(files().resolve("1"));
        assertTrue(files().resolve("2"));
        assertEquals(1, files().deploy(progress::add));
    }

    @Test
    void appliesEachMigrationOnceWhenTwoDeployAtOnce() throws Exception {
        write("V1__test_a.sql", "CREATE TABLE a (id bigint)");
        write("V2__test_b.sql", "SELECT pg_sleep(0.3); INSERT INTO a VALUES (1)");
        write("V3__test_c.sql", "CREATE INDEX CONCURRENTLY a_id_idx ON a (id)");
        write("V3__test_c.sql.conf", "executeInTransaction=false");
        CountDownLatch together = new CountDownLatch(3);
        Callable<Integer> deploy = () -> {
            together.countDown();
            together.await();
            return files().deploy(progress::add);
        };
        ExecutorService deployers = Executors.newFixedThreadPool(3);
        try {
            int applied = 0;
            for (Future<Integer> deployed : deployers.invokeAll(List.of(deploy, deploy, deploy))) {
                applied += deployed.get();
            }
            assertEquals(3, applied);
        } finally {
            deployers.shutdownNow();
        }
        assertEquals("1", database.ask("SELECT count(*) FROM a"));
        assertEquals("3", database.ask("SELECT count(*) FROM flyway_schema_history WHERE success"));
    }

    @Test
    void triesAgainWhileATableIsBusy() throws IOException, SQLException {
        write("V1__test_a.sql", "CREATE TABLE a (id bigint)");
        files().deploy(progress::add);
        write("V2__test_a_note.sql", "SET LOCAL lock_timeout = '100ms';\nALTER TABLE a ADD COLUMN note text");
        progress.clear();
        try (Connection reader = database.asOwner().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM a");
            int applied = files().deploy(line -> {
                progress.add(line);
                if (line.contains("is busy")) {
                    endTransaction(reader);
                }
            });
            assertEquals(1, applied);
        }
        assertEquals(
                List.of(
                        "A table that V2__test_a_note.sql needs is busy; trying again in 500 ms (1 of 5)",
                        "Applied V2__test_a_note.sql",
                        "Applied 1 migration",
                        "All migrations have been applied"),
                progress);
    }

    @Test
    void refusesWithoutTheApplicationsRole() throws IOException {
        write("V1__test_a.sql", "CREATE TABLE a (id bigint)");
        MigrationFailed refused = assertThrows(
                MigrationFailed.class,
                () -> new Migrations(database.asOwner(), "public", "nobody", MigrationFiles.in(folder))
                        .deploy(progress::add));
        assertTrue(
                refused.getMessage().startsWith("The role nobody of DATABASE_URL doesn't exist."),
                refused.getMessage());
        assertEquals(List.of("V1__test_a.sql"), files().pending());
    }

    @Test
    void worksWhenTheApplicationOwnsItsTables() throws SQLException {
        Migrations migrations = new Migrations(database.asOwner(), "public", "owner", MigrationFiles.ofProduct());
        assertTrue(migrations.deploy(progress::add) > 0);
        assertEquals(List.of(), migrations.validate());
    }

    private Migrations files() {
        return database.migrations(MigrationFiles.in(folder));
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    private String grants(String table) throws SQLException {
        return database.ask("SELECT string_agg(privilege_type, ',' ORDER BY privilege_type)"
                + " FROM information_schema.role_table_grants WHERE grantee = 'application' AND table_name = '" + table
                + "'");
    }

    private static void endTransaction(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
