package io.buildingos.backup;

import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.backup.PostgresTools.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a backup from beginning to end and leaves the result beside it. */
public final class VerifyBackup {
    private final Archive archive;
    private final Progress progress;
    private final String by;

    /** @param by who wants to know */
    public VerifyBackup(Archive archive, Progress progress, String by) {
        this.archive = archive;
        this.progress = progress;
        this.by = by;
    }

    /** Finds out what is wrong; throws where it can't be found out. */
    public Proof run(StoredBackup backup) {
        if (backup.state() == StoredBackup.State.UNFINISHED) {
            throw BackupFailure.notFound("The backup " + backup.id() + " has no manifest: it was never finished");
        }
        Instant at = archive.clock().instant();
        long begun = System.nanoTime();
        List<String> findings = findings(backup);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        Proof proof = new Proof(Proof.Kind.VERIFIED, at, millis, findings.isEmpty(), findings, by);
        archive.keep(backup.id(), proof);
        return proof;
    }

    private List<String> findings(StoredBackup backup) {
        if (backup.state() == StoredBackup.State.DAMAGED) {
            return List.of(backup.problem());
        }
        List<String> findings = new ArrayList<>();
        Manifest manifest = backup.manifest();
        Optional<Sealing> sealing = archive.sealing(manifest);
        int major = Integer.parseInt(manifest.tool().replaceFirst("\\D.*", ""));
        Tool restore = archive.tools().find("pg_restore", major);
        StoredFiles files = new StoredFiles(archive, manifest.id(), sealing, progress);
        for (StoredFile file : manifest.files()) {
            progress.begins("Reading " + file.name() + " of " + manifest.id());
            try {
                // To its end, where --list reads the head only.
                files.feed(file, List.of(restore.path().toString(), "--file=/dev/null"), Map.of());
            } catch (BackupFailure failure) {
                if (failure.kind() != BackupFailure.Kind.DAMAGED && failure.kind() != BackupFailure.Kind.FAILED) {
                    throw failure;
                }
                findings.add(failure.getMessage());
            }
        }
        if (manifest.documents() != null) {
            progress.begins("Looking at the documents of " + manifest.id());
            try {
                findings.addAll(DocumentCopies.missing(archive, manifest, sealing));
            } catch (BackupFailure failure) {
                if (failure.kind() != BackupFailure.Kind.DAMAGED) {
                    throw failure;
                }
                findings.add(failure.getMessage());
            }
        }
        return findings;
    }
}
