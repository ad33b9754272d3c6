package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.migration.PostgresServer;
import io.buildingos.migration.TestDatabase;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminCommandTest {
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
    void createsAnAccountThatATokenOpens() throws SQLException {
        CommandRun.of(variables, "migrate", "deploy");
        CommandRun created = create(" Root@Example.com ");
        assertEquals(0, created.status(), created.err());
        assertTrue(created.out().startsWith("Created the super admin root@example.com\n"), created.out());
        String token = created.out().strip().replaceFirst("(?s).*: ", "");
        assertEquals(
                "root@example.com true t",
                database.ask(
                        "SELECT email || ' ' || super_admin || ' ' || (password_hash IS NULL)::text::char FROM users"));
        String hash = HexFormat.of().formatHex(SuperAdministrator.hash(token));
        assertEquals(hash, database.ask("SELECT encode(token_hash, 'hex') FROM single_use_tokens"));
        database.sql("ALTER TABLE audit_entries NO FORCE ROW LEVEL SECURITY");
        assertEquals("user.super-admin-created", database.ask("SELECT action FROM audit_entries"));

        assertEquals(
                new CommandRun(1, "", "An account with this address exists already\n"), create("root@example.com"));
        assertEquals("1", database.ask("SELECT count(*) FROM single_use_tokens"));
    }

    @Test
    void asksForTheTablesFirst() {
        assertEquals(
                new CommandRun(1, "", "The database has no tables yet; first: migrate deploy\n"),
                create("root@example.com"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertEquals(2, create("root").status());
        assertEquals(2, CommandRun.of(variables, "admin").status());
    }

    @Test
    void reportsAnUnreachableDatabase() {
        variables.put("DATABASE_URL", "postgresql://application:hunter22@localhost:1/none");
        CommandRun run = create("root@example.com");
        assertEquals(69, run.status());
        assertTrue(run.err().startsWith("The database can't be asked: Connection to localhost:1 refused"), run.err());
    }

    private CommandRun create(String email) {
        return CommandRun.of(variables, "admin", "create", "--email", email);
    }
}
