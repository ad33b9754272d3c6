package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.migration.MigrationFiles;
import io.buildingos.migration.PostgresServer;
import io.buildingos.migration.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {
    @TempDir
    private Path folder;

    private final Map<String, String> variables = new TreeMap<>(Map.of(
            "APP_ENV", "development",
            "JWT_SECRET", "dev-secret-do-not-use-in-prod-needs-32-chars-min",
            "S3_BUCKET", "buildingos-dev",
            "APP_BASE_URL", "http://localhost:3000",
            "WEB_ORIGIN", "http://localhost:3000"));
    private TestDatabase database;

    @BeforeEach
    void makeADatabase() throws SQLException {
        database = PostgresServer.of(15).newDatabase();
        variables.put("DATABASE_URL", database.url("application"));
        variables.put("MIGRATION_DATABASE_URL", database.url("owner"));
    }

    @Test
    void showsWhatIsPendingDeploysItAndShowsThatNothingIs() {
        int count = MigrationFiles.ofProduct().migrations().size();
        CommandRun before = run("migrate", "status");
        assertEquals(0, before.status());
        assertTrue(before.out().contains("202611230900  tenancy tenants"), before.out());
        assertTrue(before.out().endsWith("\n" + count + " migrations are pending\n"), before.out());
        assertEquals(3, run("migrate", "status", "--check").status());

        CommandRun deploy = run("migrate", "deploy");
        assertEquals(new CommandRun(0, deploy.out(), ""), deploy);
        assertEquals(count + 2, deploy.out().lines().count());
        assertTrue(deploy.out().endsWith("\nAll migrations have been applied\n"), deploy.out());

        CommandRun after = run("migrate", "status", "--check");
        assertEquals(0, after.status(), after.err());
        assertTrue(after.out().endsWith("\nAll migrations have been applied\n"), after.out());
        assertEquals(0, run("migrate", "validate").status());
        assertEquals(
                "No pending migrations\nAll migrations have been applied\n",
                run("migrate", "deploy").out());
    }

    @Test
    void saysWhatIsWrongWithAnAppliedMigration() throws SQLException {
        run("migrate", "deploy");
        database.sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '202611230900'");
        String problem = "V202611230900 (tenancy tenants) was changed after it was applied."
                + " Restore the file; changes go into a new migration.\n";
        assertEquals(new CommandRun(1, "", problem), run("migrate", "validate"));
        assertEquals(new CommandRun(1, "", "Nothing was applied: " + problem), run("migrate", "deploy"));
        assertEquals(
                new CommandRun(1, "", "No failed migration has the version 202611230900\n"),
                run("migrate", "resolve", "202611230900"));
    }

    @Test
    void aServerStartsOverAMigratedDatabaseOnly() {
        CommandRun development = run("config", "export", "--for-start");
        assertEquals(0, development.status(), development.err());
        assertTrue(development.out().lines().allMatch(line -> line.startsWith("export ")), development.out());
        assertTrue(development.err().contains("All migrations have been applied"), development.err());
        assertEquals(
                "No pending migrations",
                run("config", "export", "--for-start").err().lines().findFirst().orElse(""));
    }

    @Test
    void aStagingServerIsToldToMigrateFirst() {
        variables.put("APP_ENV", "staging");
        variables.put("JWT_SECRET", "kM4xT9qLw2ZrV7bNc8HsJ3dGf6YpQ1eUa5XoRt0WiBvEmKgD");
        CommandRun refused = run("config", "export", "--for-start");
        assertEquals(69, refused.status());
        assertTrue(refused.err().endsWith("run `java -jar buildingos.jar migrate deploy` first\n"), refused.err());
        assertEquals("", refused.out());
        assertEquals(0, run("migrate", "deploy").status());
        assertEquals(0, run("config", "export", "--for-start").status());
    }

    @Test
    void reportsAnUnreachableDatabaseInOneLine() {
        variables.put("MIGRATION_DATABASE_URL", "postgresql://owner:hunter22@localhost:1/none");
        for (String command : List.of("status", "deploy", "validate")) {
            CommandRun run = run("migrate", command);
            assertEquals(69, run.status());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().startsWith("The database can't be reached: Connection to localhost:1 refused"));
        }
        variables.put("MIGRATION_DATABASE_URL", database.url("owner") + "_missing");
        assertTrue(run("migrate", "status").err().startsWith("The database can't be reached: FATAL: database"));
    }

    @Test
    void beginsAMigrationThatPassesTheLint() throws IOException {
        CommandRun first = run("migrate", "new", "building", "units_floor", "--folder", folder.toString());
        CommandRun second =
                run("migrate", "new", "building", "units_idx", "--concurrently", "--folder", folder.toString());
        assertEquals(0, first.status(), first.err());
        assertEquals(0, second.status(), second.err());
        assertTrue(first.out().matches("(?s).*/V\\d{12}__building_units_floor\\.sql\\s"), first.out());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
        assertEquals(new CommandRun(0, "No dangerous statements\n", ""), lint());
        assertEquals(
                2,
                run("migrate", "new", "Building", "x", "--folder", folder.toString())
                        .status());
    }

    @Test
    void endsWithAFailureWhenTheLintFindsSomething() throws IOException {
        Files.writeString(
                folder.resolve("V202601010000__test_a.sql"),
                "SET LOCAL lock_timeout = '1s';\nSET LOCAL statement_timeout = '1s';\nDROP TABLE units;\n");
        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "V202601010000__test_a.sql:3: drop-table:"
                                + " the running release may use it; drop it a release later\n"),
                lint());
        assertEquals(2, run("migrate", "lint", "--folder", folder + "/gone").status());
    }

    private CommandRun lint() {
        return run("migrate", "lint", "--folder", folder.toString());
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(variables, arguments);
    }
}
