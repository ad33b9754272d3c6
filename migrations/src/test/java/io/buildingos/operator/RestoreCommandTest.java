package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.backup.Site;
import io.buildingos.migration.PostgresServer;
import io.buildingos.migration.TestDatabase;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(2)
class RestoreCommandTest {
    private Site site;
    private TestDatabase empty;

    @BeforeAll
    static void letTheOwnerCreateDatabases() throws Exception {
        PostgresServer.of(15).allowCreatingDatabases();
    }

    @BeforeEach
    void takeABackup() throws Exception {
        site = Site.make();
        empty = PostgresServer.of(15).newDatabase();
        site.put("one/rules.txt", "no bicycles in the hall");
        assertEquals(0, run("backup", "now").status());
    }

    @Test
    void restoresRowsGrantsAndDocuments() throws Exception {
        site.database().sql("set app.scope = 'system'; delete from buildings");
        Files.delete(site.file("one/rules.txt"));
        CommandRun restore = run("restore", "--from", "latest", "--into", empty.name());
        assertEquals(0, restore.status(), restore.err());
        assertTrue(restore.out().contains("1 documents written, 0 were there"), restore.out());
        assertEquals("no bicycles in the hall", Files.readString(site.file("one/rules.txt")));
        // Row security came back with the rows, and the application's role with its grants.
        assertEquals("0", empty.ask("select count(*) from buildings"));
        assertEquals("20", empty.askAsSystem("select count(*) from buildings"));
        assertEquals("t", empty.ask("select has_table_privilege('application', 'buildings', 'INSERT')"));
        assertEquals("f", empty.ask("select has_table_privilege('application', 'audit_entries', 'DELETE')"));
        assertTrue(
                run("restore", "--from", "latest", "--into", empty.name()).err().contains("isn't empty"));
    }

    @Test
    void drillsWhatAsManyWorkersTookAsWereAskedFor() {
        CommandRun tooMany = run("backup", "now", "--workers", "9");
        assertEquals(2, tooMany.status());
        assertTrue(tooMany.err().contains("Usage: buildingos backup now"), tooMany.err());
        site.with("BACKUP_WORKERS", "3");
        assertEquals(0, run("backup", "now", "--workers", "1").status());
        assertFalse(run("backup", "show").out().contains("rows-"));
        assertEquals(0, run("backup", "now").status());
        assertTrue(run("backup", "show").out().contains("rows-3.pgc"));
        CommandRun drill = run("drill");
        assertEquals(0, drill.status(), drill.err());
    }

    @Test
    void leavesOutWhatOnlyASuperuserMayCreate() throws Exception {
        site.database().sqlAsSuperuser("create extension pg_stat_statements; create extension citext");
        assertEquals(0, run("backup", "now").status());
        TestDatabase another = PostgresServer.of(15).newDatabase();
        String told = "Left out, since owner may not create them in %s: the extensions pg_stat_statements";
        CommandRun restore = run("restore", "--from", "latest", "--into", empty.name());
        assertEquals(0, restore.status(), restore.err());
        assertTrue(restore.err().contains(told.formatted(empty.name())), restore.err());
        CommandRun workers = run("restore", "--from", "latest", "--into", another.name(), "--jobs", "2");
        assertEquals(0, workers.status(), workers.err());
        for (TestDatabase restored : List.of(empty, another)) {
            assertEquals(
                    "btree_gist citext plpgsql",
                    restored.ask("select string_agg(extname, ' ' order by extname) from pg_extension"));
            assertEquals("0", restored.ask("select count(*) from buildings"));
            assertEquals("20", restored.askAsSystem("select count(*) from buildings"));
        }
        CommandRun drill = run("drill");
        assertEquals(0, drill.status(), drill.err());
        assertTrue(drill.err().contains("the extensions pg_stat_statements"), drill.err());
    }

    @Test
    void saysNothingOfAnExtensionThatIsThere() throws Exception {
        site.database().sqlAsSuperuser("create extension pg_stat_statements");
        assertEquals(0, run("backup", "now").status());
        empty.sqlAsSuperuser("create extension pg_stat_statements");
        CommandRun restore = run("restore", "--from", "latest", "--into", empty.name());
        assertEquals(0, restore.status(), restore.err());
        assertFalse(restore.err().contains("Left out"), restore.err());
    }

    @Test
    void overwritesOnlyByForceAndByName() throws Exception {
        String name = site.database().name();
        assertEquals(5, run("restore", "--from", "latest", "--into", name).status());
        assertEquals(
                5, run("restore", "--from", "latest", "--into", name, "--force").status());
        assertEquals(
                5,
                run("restore", "--from", "latest", "--into", name, "--force", "--confirm-name", "other")
                        .status());
        site.addTenant("three");
        assertEquals("3", tenants(site.database()));
        CommandRun forced = run("restore", "--from", "latest", "--into", name, "--force", "--confirm-name", name);
        assertEquals(0, forced.status(), forced.err());
        assertEquals("2", tenants(site.database()));
    }

    @Test
    void leavesADatabaseAloneThatTheApplicationWorksOn() throws Exception {
        try (Connection node = empty.asOwner().getConnection()) {
            node.createStatement().execute("set application_name = 'buildingos/node1'");
            CommandRun refused = run("restore", "--from", "latest", "--into", empty.name());
            assertEquals(5, refused.status());
            assertTrue(refused.err().contains("The application works on " + empty.name()), refused.err());
        }
    }

    @Test
    void restoresNothingOfADamagedBackup() throws Exception {
        byte[] dump = Files.readAllBytes(dump());
        dump[dump.length - 100] ^= 1;
        Files.write(dump(), dump);
        CommandRun refused = run("restore", "--from", "latest", "--into", empty.name());
        assertEquals(4, refused.status());
        assertEquals("0", empty.ask("select count(*) from pg_tables where schemaname = 'public'"));
        CommandRun drill = run("drill");
        assertEquals(4, drill.status(), drill.out());
        assertEquals("f", site.database().ask("select passed from backup_drills"));
        assertEquals("0", scratchDatabases());
    }

    @Test
    void aDrillLeavesEvidenceAndNoDatabase() throws Exception {
        CommandRun drill = run("drill");
        assertEquals(0, drill.status(), drill.err());
        assertEquals(
                "t",
                site.database()
                        .ask("select passed and row_count > 20 and tables > 10 and cardinality(checks) > 0"
                                + " and duration_millis < objective_millis from backup_drills"));
        assertTrue(run("backup", "list").out().contains("complete    drilled 20"));
        assertEquals("0", scratchDatabases());
    }

    @Test
    void aDrillDropsWhatAKilledOneLeft() throws Exception {
        String left = "buildingos_drill_20260101t000000z_0123abcd";
        site.database().sql("create database " + left);
        assertEquals(0, run("drill").status());
        assertEquals("0", scratchDatabases());
    }

    @Test
    void aDrillFindsARowThatIsMissing() throws Exception {
        String manifest = Files.readString(dump().resolveSibling("manifest.json"));
        assertTrue(manifest.contains("\"public.buildings\" : 20"));
        Files.writeString(
                dump().resolveSibling("manifest.json"),
                manifest.replace("\"public.buildings\" : 20", "\"public.buildings\" : 21"));
        CommandRun drill = run("drill");
        assertEquals(4, drill.status());
        assertTrue(drill.err().contains("public.buildings has 20 rows, not 21"), drill.err());
    }

    @Test
    void encryptsWhenThereIsAKeyAndReadsWithThatKeyAlone() throws Exception {
        String key = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";
        site.with("BACKUP_ENCRYPTION_KEY", key);
        assertEquals(0, run("backup", "now").status());
        String id = run("backup", "list")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ", 2)[0];
        byte[] head = new byte[5];
        System.arraycopy(Files.readAllBytes(site.dumpOf(id)), 0, head, 0, 5);
        assertFalse(new String(head, java.nio.charset.StandardCharsets.US_ASCII).equals("PGDMP"));
        assertEquals(0, run("backup", "verify", id).status());
        assertEquals(0, run("restore", "--from", id, "--into", empty.name()).status());
        site.with("BACKUP_ENCRYPTION_KEY", "AAAAEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
        CommandRun other = run("drill", id);
        assertEquals(5, other.status());
        assertTrue(other.err().contains("is encrypted with the key "), other.err());
        site.variables().remove("BACKUP_ENCRYPTION_KEY");
        assertEquals(5, run("backup", "verify", id).status());
        assertEquals(5, run("restore", "--from", id, "--into", empty.name()).status());
    }

    private java.nio.file.Path dump() {
        String id = run("backup", "list")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ", 2)[0];
        return site.dumpOf(id);
    }

    private String scratchDatabases() throws Exception {
        return site.database().ask("select count(*) from pg_database where datname like 'buildingos_drill_%'");
    }

    private static String tenants(TestDatabase database) throws Exception {
        return database.askAsSystem("select count(*) from tenants");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(site.variables(), arguments);
    }
}
