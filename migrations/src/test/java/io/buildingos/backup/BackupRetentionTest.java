package io.buildingos.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With real backups whose manifests say that they are older. */
class BackupRetentionTest {
    private Site site;

    @BeforeEach
    void makeASite() throws Exception {
        site = Site.make()
                .with("BACKUP_KEEP_DAILY", "2")
                .with("BACKUP_KEEP_WEEKLY", "0")
                .with("BACKUP_KEEP_MONTHLY", "0");
    }

    @Test
    void deletesOnlyAfterTheNewestIsProven() throws Exception {
        String oldest = aged(3);
        String middle = aged(2);
        String newest = site.backUp().id();
        BackupRetention.Outcome outcome = sweep(false);
        assertEquals(List.of(oldest), outcome.deleted());
        assertEquals(List.of(newest, middle), outcome.kept());
        assertEquals(List.of(newest, middle), ids());
        assertTrue(site.backups().get(0).isProven());
        assertFalse(Files.exists(site.dumpOf(oldest)));
    }

    @Test
    void deletesNothingWhenTheNewestIsDamaged() throws Exception {
        aged(4);
        aged(3);
        aged(2);
        Path dump = site.dumpOf(site.backUp().id());
        byte[] bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2] ^= 1;
        Files.write(dump, bytes);
        List<String> before = ids();
        BackupFailure failure = assertThrows(BackupFailure.class, () -> sweep(false));
        assertTrue(failure.getMessage().startsWith("Nothing was deleted: the newest backup"), failure.getMessage());
        assertEquals(before, ids());
    }

    @Test
    void tellsInADryRunAndDeletesNothing() throws Exception {
        String oldest = aged(3);
        aged(2);
        site.backUp();
        assertEquals(List.of(oldest), sweep(true).deleted());
        assertEquals(3, ids().size());
    }

    @Test
    void deletesNothingWhileABackupIsDatedInTheFuture() throws Exception {
        aged(3);
        aged(2);
        aged(1);
        aged(-30);
        assertTrue(assertThrows(BackupFailure.class, () -> sweep(false))
                .getMessage()
                .contains("a clock is wrong"));
        assertEquals(4, ids().size());
    }

    @Test
    void mayBeginTheMomentABackupHasEnded() throws Exception {
        var database = site.configuration().migrationDatabase();
        for (int turn = 0; turn < 200; turn++) {
            try (SourceSnapshot snapshot = SourceSnapshot.of(database)) {
                snapshot.share();
            }
            ArchiveLock.release(ArchiveLock.exclusive(database));
        }
    }

    @Test
    void keepsTheCopiesThatStayingBackupsReferTo() throws Exception {
        site.put("one/early.txt", "early");
        site.put("one/both.txt", "both");
        String oldest = aged(3);
        Files.delete(site.file("one/early.txt"));
        aged(2);
        site.put("one/late.txt", "late");
        site.backUp();
        assertEquals(3, copies());
        assertEquals(1, sweep(false).copies());
        assertEquals(2, copies());
        assertFalse(ids().contains(oldest));
        try (Archive archive = site.archive()) {
            for (StoredBackup backup : archive.list()) {
                assertTrue(new VerifyBackup(archive, Progress.NONE, "test")
                        .run(backup)
                        .passed());
            }
        }
    }

    @Test
    void sweepsWhatFailedOnesLeftWhenItIsADayOld() throws Exception {
        String unfinished = aged(1);
        Files.delete(site.file("backups/" + unfinished + "/manifest.json"));
        String good = site.backUp().id();
        Path stray = site.file("backups/" + good + "/rows-2.pgc-0f8fad5b-d9cb-469f-a165-70867728950e");
        Files.writeString(stray, "half of a dump");
        assertEquals(List.of(), sweep(false).leftovers());
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        Files.setLastModifiedTime(stray, old);
        try (var files = Files.list(site.dumpOf(unfinished).getParent())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, old);
            }
        }
        BackupRetention.Outcome outcome = sweep(false);
        assertEquals(List.of(unfinished), outcome.leftovers());
        assertEquals(1, outcome.strays());
        assertEquals(List.of(good), ids());
        assertFalse(Files.exists(stray));
    }

    @ParameterizedTest
    @CsvSource({"DELETE .*manifest.json, 3", "DELETE .*dump.pgc, 2"})
    void killedWhileDeletingItLeavesNothingThatOnlyLooksComplete(String request, int left) throws Exception {
        String oldest = aged(3);
        aged(2);
        site.backUp();
        String direct = site.variables().get("S3_ENDPOINT");
        try (StoreProxy proxy = new StoreProxy(StoreServer.shared(), request, StoreProxy.Harm.HOLD)) {
            Process sweep = Program.of("io.buildingos.backup.SweepNow")
                    .start(site.with("S3_ENDPOINT", proxy.endpoint()).variables());
            proxy.awaitVictim();
            sweep.destroyForcibly().waitFor();
        }
        site.with("S3_ENDPOINT", direct);
        assertEquals(left, complete().size());
        try (Archive archive = site.archive()) {
            for (String id : complete()) {
                assertTrue(new VerifyBackup(archive, Progress.NONE, "test")
                        .run(archive.find(id))
                        .passed());
            }
        }
        sweep(false);
        assertFalse(complete().contains(oldest));
        assertEquals(2, complete().size());
    }

    private List<String> complete() {
        return site.backups().stream()
                .filter(backup -> backup.state() == StoredBackup.State.COMPLETE)
                .map(StoredBackup::id)
                .toList();
    }

    private BackupRetention.Outcome sweep(boolean dryRun) {
        try (Archive archive = site.archive()) {
            return new BackupRetention(archive, Progress.NONE, "test").run(dryRun);
        }
    }

    private List<String> ids() {
        return site.backups().stream().map(StoredBackup::id).toList();
    }

    private long copies() {
        return site.files().stream()
                .filter(file -> file.startsWith("backups/documents/"))
                .count();
    }

    /** A backup of now, said to be of that many days ago. */
    private String aged(int days) throws IOException {
        Manifest manifest = site.backUp();
        Path file = site.file("backups/" + manifest.id() + "/manifest.json");
        Instant then = manifest.takenAt().minus(Duration.ofDays(days));
        Files.writeString(
                file, Files.readString(file).replace(manifest.takenAt().toString(), then.toString()));
        return manifest.id();
    }
}
