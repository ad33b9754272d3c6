package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.backup.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupCommandTest {
    private static final Pattern TAKEN = Pattern.compile("Backup (?<id>\\d{8}T\\d{6}Z-[0-9a-f]{8}): .*");

    private Site site;

    @BeforeEach
    void makeASite() throws Exception {
        site = Site.make();
    }

    @Test
    void takesListsShowsAndVerifiesABackup() throws Exception {
        assertTrue(run("backup", "list").out().startsWith("There is no backup in s3://"));
        assertEquals(6, run("backup", "verify").status());
        String id = taken();
        CommandRun list = run("backup", "list");
        assertEquals(0, list.status(), list.err());
        assertTrue(list.out().contains(id), list.out());
        assertTrue(list.out().contains("complete    none"), list.out());

        CommandRun show = run("backup", "show", id);
        assertTrue(show.out().contains("\"public.buildings\" : 20"), show.out());
        assertTrue(show.out().contains("\"public.tenants\" : 2"), show.out());
        assertTrue(show.out().contains("\"schemaVersion\" : \"2026"), show.out());
        assertEquals(show.out(), run("backup", "show", "latest").out());

        CommandRun verify = run("backup", "verify");
        assertEquals(0, verify.status(), verify.err());
        assertTrue(verify.out().startsWith(id + " is good; read in "), verify.out());
        assertTrue(run("backup", "list").out().contains("complete    verified 20"));
    }

    @Test
    void aDumpHoldsTheRowsOfEveryTenant() throws Exception {
        String id = taken();
        Process restore = new ProcessBuilder(
                        "pg_restore",
                        "--data-only",
                        "--table=buildings",
                        "--file=-",
                        site.dumpOf(id).toString())
                .start();
        String rows = new String(restore.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, restore.waitFor());
        assertEquals(20, rows.lines().filter(line -> line.contains("\tStreet")).count(), rows);
    }

    @Test
    void refusesATableWhoseRowsItCouldNotSee() throws Exception {
        site.database().sql("create policy more on buildings as restrictive using (true)");
        CommandRun run = run("backup", "now");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("Row security may hide rows from the backup"), run.err());
        assertTrue(run.err().contains("buildings"), run.err());
        site.database()
                .sql("drop policy more on buildings; drop policy buildings_tenant_policy on buildings;"
                        + " create policy one on buildings using (tenant_id = current_setting('app.tenant')::uuid)");
        assertEquals(1, run("backup", "now").status());
    }

    @Test
    void saysWhatIsWrongWithADamagedOne() throws Exception {
        String id = taken();
        byte[] dump = Files.readAllBytes(site.dumpOf(id));
        dump[dump.length / 2] ^= 1;
        Files.write(site.dumpOf(id), dump);
        CommandRun verify = run("backup", "verify", id);
        assertEquals(4, verify.status());
        assertTrue(verify.err().contains("isn't what was written: its SHA-256 is"), verify.err());
        assertTrue(run("backup", "list").out().contains("FAILED"));
        assertEquals(4, run("backup", "verify", "--all").status());
    }

    @Test
    void twoAtOnceDoNotClash() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> now = () -> run("backup", "now").status();
            for (var status : threads.invokeAll(List.of(now, now))) {
                assertEquals(0, status.get());
            }
        } finally {
            threads.shutdownNow();
        }
        CommandRun verify = run("backup", "verify", "--all");
        assertEquals(0, verify.status(), verify.err());
        assertEquals(2, verify.out().lines().count());
    }

    @Test
    void reportsWhatCannotBeReached() throws Exception {
        String store = site.variables().get("S3_ENDPOINT");
        CommandRun run =
                CommandRun.of(site.with("S3_ENDPOINT", "http://127.0.0.1:1").variables(), "backup", "list");
        assertEquals(69, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        site.with("S3_ENDPOINT", store).with("MIGRATION_DATABASE_URL", "postgresql://owner:hunter22@localhost:1/x");
        CommandRun now = run("backup", "now");
        assertEquals(69, now.status());
        assertFalse(now.err().contains("hunter22"));
        assertEquals(0, run("backup", "list").status());
    }

    private String taken() {
        CommandRun run = run("backup", "now");
        assertEquals(0, run.status(), run.err());
        Matcher taken = TAKEN.matcher(run.out().strip());
        assertTrue(taken.matches(), run.out());
        return taken.group("id");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(site.variables(), arguments);
    }
}
