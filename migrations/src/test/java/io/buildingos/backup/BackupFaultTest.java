package io.buildingos.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever happens to a backup: it fails with the cause, the older ones stay, and nothing looks like a backup. */
@Order(1)
class BackupFaultTest {
    private static final String REAL = "/usr/bin/pg_dump \"$@\"";

    @TempDir
    private Path folder;

    private Site site;
    private String older;

    @BeforeEach
    void takeAnOlderBackup() throws Exception {
        site = Site.make().with("S3_PATIENCE", "2s");
        older = site.backUp().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "/usr/bin/pg_dump \"$@\" | head -c 3000; kill -9 $$~pg_dump was killed by signal 9",
                "/usr/bin/pg_dump \"$@\" | head -c 3000; exit 1~pg_dump ended with status 1",
                "/usr/bin/pg_dump \"$@\" | head -c 3000; exit 0~pg_restore",
                "exit 0~pg_dump wrote nothing"
            })
    void aDumpThatEndsTooEarlyIsNone(String dump, String reason) throws Exception {
        site.program(folder, "pg_dump", dump);
        failsWith(reason);
    }

    @Test
    void anOlderPgDumpIsRefused() throws Exception {
        Site newer = Site.make(StoreServer.shared(), 18);
        BackupFailure failure = assertThrows(BackupFailure.class, newer::backUp);
        assertTrue(
                failure.getMessage().matches("pg_dump is version 1[5-7].*, older than the server's 18: install .*"),
                failure.getMessage());
        assertEquals(List.of(), newer.files());
    }

    @Test
    void aMissingPgDumpIsSaid() {
        site.with("BACKUP_PG_BIN", folder.toString());
        failsWith("pg_dump isn't on this machine");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT .*partNumber=1, NO_SPACE, 507",
        "PUT .*partNumber=1, CUT, write part 1",
        "PUT .*partNumber=1, HOLD, write part 1",
        "POST .*uploads, CUT, begin",
        "PUT .*manifest.json, NO_SPACE, 507"
    })
    void aStoreThatFailsFailsTheBackup(String request, StoreProxy.Harm harm, String reason) throws Exception {
        String direct = site.variables().get("S3_ENDPOINT");
        try (StoreProxy proxy = new StoreProxy(StoreServer.shared(), request, harm)) {
            site.with("S3_ENDPOINT", proxy.endpoint());
            RuntimeException failure = assertThrows(RuntimeException.class, site::backUp);
            assertTrue(String.valueOf(failure.getMessage()).contains(reason), failure.toString());
        }
        site.with("S3_ENDPOINT", direct);
        leavesTheOlderOneAndWorksAgain();
    }

    @ParameterizedTest
    @CsvSource({"POST .*uploadId=", "PUT .*manifest.json"})
    void knowsItsOwnObjectWhenTheAnswerIsLost(String request) throws Exception {
        String direct = site.variables().get("S3_ENDPOINT");
        try (StoreProxy proxy = new StoreProxy(StoreServer.shared(), request, StoreProxy.Harm.LOSE_ANSWER)) {
            site.with("S3_ENDPOINT", proxy.endpoint());
            site.backUp();
        }
        site.with("S3_ENDPOINT", direct);
        assertEquals(2, site.backups().size());
    }

    @Test
    void aStoreThatRefusesFailsTheBackup() throws Exception {
        site.with("S3_SECRET_KEY", "another-one-than-the-stores");
        StoreFailure failure = assertThrows(StoreFailure.class, site::backUp);
        assertEquals(StoreFailure.Reason.ACCESS_DENIED, failure.reason());
        site.with("S3_SECRET_KEY", "of-this-test-alone");
        leavesTheOlderOneAndWorksAgain();
    }

    @Test
    void aFullDiskFailsTheBackup() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        int mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Assumptions.assumeTrue(mounted == 0, "needs to mount a small file system");
        try (StoreServer store = new StoreServer(small)) {
            Site full = Site.make(store);
            full.database()
                    .sql("create table noise as select md5(n::text) || md5((-n)::text) t"
                            + " from generate_series(1, 200000) n");
            RuntimeException failure = assertThrows(RuntimeException.class, full::backUp);
            assertTrue(failure instanceof StoreFailure, failure.toString());
            assertEquals(List.of(), full.backups());
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    @Test
    void aDatabaseThatGoesAwayFailsTheBackup() throws Exception {
        Path begun = folder.resolve("begun");
        site.program(folder, "pg_dump", "touch " + begun + "; while [ -e " + begun + " ]; do sleep 0.1; done; " + REAL);
        Thread ending = new Thread(() -> {
            await(begun);
            try (Connection server =
                    site.database().server().getPostgresDatabase().getConnection()) {
                server.createStatement()
                        .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                                + site.database().name() + "' and pid <> pg_backend_pid()");
                Files.delete(begun);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        ending.start();
        failsWith("pg_dump ended with status 1");
        ending.join();
    }

    @Test
    void aWrongClockFailsTheBackup() throws Exception {
        for (Duration skew : List.of(Duration.ofDays(700), Duration.ofDays(-700))) {
            try (Archive archive = site.archive(Clock.offset(Clock.systemUTC(), skew))) {
                BackupFailure failure =
                        assertThrows(BackupFailure.class, () -> new TakeBackup(archive, Progress.NONE).run());
                assertTrue(failure.getMessage().startsWith("The clocks of this machine"), failure.getMessage());
            }
        }
        leavesTheOlderOneAndWorksAgain();
    }

    @Test
    void aManifestWithoutDumpAndADumpWithoutManifestAreNoBackups() throws Exception {
        String second = site.backUp().id();
        Files.delete(site.dumpOf(second));
        Files.delete(site.file("backups/" + older + "/manifest.json"));
        List<StoredBackup> backups = site.backups();
        assertEquals(
                StoredBackup.State.DAMAGED,
                backups.stream()
                        .filter(b -> b.id().equals(second))
                        .findFirst()
                        .orElseThrow()
                        .state());
        assertEquals(
                StoredBackup.State.UNFINISHED,
                backups.stream()
                        .filter(b -> b.id().equals(older))
                        .findFirst()
                        .orElseThrow()
                        .state());
        try (Archive archive = site.archive()) {
            assertThrows(BackupFailure.class, () -> archive.find(Archive.LATEST));
        }
    }

    @Test
    void emptyTruncatedAndSwappedObjectsAreFound() throws Exception {
        // Two dumps of the same rows within a second are the same to the byte.
        site.addTenant("newcomer");
        String second = site.backUp().id();
        byte[] dump = Files.readAllBytes(site.dumpOf(second));
        byte[] other = Files.readAllBytes(site.dumpOf(older));
        assertDamaged(second, new byte[0], "has 0 bytes");
        assertDamaged(second, java.util.Arrays.copyOf(dump, dump.length - 1), "bytes, not");
        byte[] swapped = java.util.Arrays.copyOf(other, dump.length);
        assertDamaged(second, swapped, "");
        Files.write(site.dumpOf(second), dump);
        String manifest = Files.readString(site.file("backups/" + older + "/manifest.json"));
        Files.writeString(site.file("backups/" + second + "/manifest.json"), manifest);
        assertTrue(site.backups().stream()
                .anyMatch(backup -> backup.id().equals(second)
                        && String.valueOf(backup.problem()).contains("belongs to " + older)));
    }

    @ParameterizedTest
    @CsvSource({"dump, ''", "upload, PUT .*partNumber=1", "complete, POST .*uploadId=", "manifest, PUT .*manifest.json"
    })
    void killedAtAnyStepItLeavesNoBackup(String step, String request) throws Exception {
        String direct = site.variables().get("S3_ENDPOINT");
        if (step.equals("dump")) {
            Path begun = folder.resolve("begun");
            site.program(folder, "pg_dump", "touch " + begun + "; sleep 60");
            Process command = command();
            await(begun);
            kill(command);
            site.variables().remove("BACKUP_PG_BIN");
        } else {
            try (StoreProxy proxy = new StoreProxy(StoreServer.shared(), request, StoreProxy.Harm.HOLD)) {
                site.with("S3_ENDPOINT", proxy.endpoint()).with("S3_PATIENCE", "60s");
                Process command = command();
                proxy.awaitVictim();
                kill(command);
            }
        }
        site.with("S3_ENDPOINT", direct);
        leavesTheOlderOneAndWorksAgain();
    }

    private void assertDamaged(String id, byte[] content, String reason) throws IOException {
        Files.write(site.dumpOf(id), content);
        try (Archive archive = site.archive()) {
            Proof proof = new VerifyBackup(archive, Progress.NONE, "test").run(archive.find(id));
            assertTrue(!proof.passed() && proof.findings().get(0).contains(reason), proof::toString);
        }
    }

    private void failsWith(String reason) {
        BackupFailure failure = assertThrows(BackupFailure.class, site::backUp);
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
        site.variables().remove("BACKUP_PG_BIN");
        leavesTheOlderOneAndWorksAgain();
    }

    private void leavesTheOlderOneAndWorksAgain() {
        List<StoredBackup> complete = complete();
        assertEquals(List.of(older), complete.stream().map(StoredBackup::id).toList());
        try (Archive archive = site.archive()) {
            assertTrue(new VerifyBackup(archive, Progress.NONE, "test")
                    .run(complete.get(0))
                    .passed());
        }
        site.backUp();
        assertEquals(2, complete().size());
    }

    private List<StoredBackup> complete() {
        return site.backups().stream()
                .filter(backup -> backup.state() == StoredBackup.State.COMPLETE)
                .toList();
    }

    private Process command() throws IOException {
        return Program.of("io.buildingos.operator.Operator", "backup", "now").start(site.variables());
    }

    private static void kill(Process command) throws InterruptedException {
        command.destroyForcibly();
        assertTrue(command.waitFor(30, TimeUnit.SECONDS));
    }

    private static void await(Path file) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(file + " never appeared");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
