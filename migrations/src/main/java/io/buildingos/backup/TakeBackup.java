package io.buildingos.backup;

import io.buildingos.backup.Manifest.Documents;
import io.buildingos.backup.Manifest.Format;
import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.backup.PostgresTools.Tool;
import io.buildingos.backup.Together.Act;
import io.buildingos.config.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Takes one backup: dumps a snapshot of the database into the store, reads back what the store holds, and only then writes
 * the manifest that makes it a backup.
 */
public final class TakeBackup {
    /** Each has up to 56 MB of the dump in memory. */
    public static final int MOST_WORKERS = 8;

    private static final int BUFFER = 256 * 1024;
    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    private final Archive archive;
    private final Progress progress;
    private final Database database;
    private final Optional<Sealing> sealing;
    private final String id;
    private final int workers;

    public TakeBackup(Archive archive, Progress progress) {
        this(archive, progress, (int) archive.settings().number("BACKUP_WORKERS"));
    }

    /** @param workers who dump at once; a single one makes one file, which pg_restore takes as it is */
    public TakeBackup(Archive archive, Progress progress, int workers) {
        this.archive = archive;
        this.progress = progress;
        this.database = archive.settings().migrationDatabase();
        this.sealing = archive.sealing();
        this.id = archive.newId();
        this.workers = workers;
    }

    /** @throws BackupFailure leaving no backup and whatever was there before */
    public Manifest run() {
        long begun = System.nanoTime();
        try (SourceSnapshot snapshot = SourceSnapshot.of(database)) {
            snapshot.share();
            refuseSkewedClocks(snapshot.takenAt());
            Tool dump = archive.tools().find("pg_dump", snapshot.serverMajor());
            Tool restore = archive.tools().find("pg_restore", snapshot.serverMajor());
            progress.begins("Dumping " + database.name() + " into " + archive.place() + id);
            List<DumpPart> parts = workers == 1 ? List.of(DumpPart.WHOLE) : DumpPart.of(workers, snapshot.sizes());
            var counting = CompletableFuture.supplyAsync(snapshot::counts);
            List<StoredFile> files = dump(parts, snapshot, dump, restore);
            Map<String, Long> rows = joined(counting);
            Documents documents = new DocumentCopies(archive, id, sealing, progress).take();
            progress.begins("Reading the dump back");
            readBack(files, List.of(restore.path().toString(), "--list"));
            Manifest manifest = new Manifest(
                    Manifest.version(files),
                    id,
                    snapshot.takenAt(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    database.name(),
                    snapshot.schemaVersion(),
                    snapshot.server(),
                    dump.version(),
                    Format.CUSTOM,
                    sealing.map(Sealing::keyName).orElse(null),
                    files,
                    rows,
                    documents);
            archive.create(archive.folder(id) + Archive.MANIFEST, manifest.json());
            return manifest;
        }
    }

    private List<StoredFile> dump(List<DumpPart> parts, SourceSnapshot snapshot, Tool dump, Tool restore) {
        List<String> command = new ArrayList<>(List.of(
                dump.path().toString(),
                "--format=custom",
                "--no-password",
                "--lock-wait-timeout=60s",
                "--snapshot=" + snapshot.id()));
        if (!snapshot.seesEveryRow()) {
            command.add("--enable-row-security");
        }
        // Parsed to its end while it passes: a dump that was cut off can look well to those who read its head only.
        List<String> parse = List.of(restore.path().toString(), "--file=/dev/null");
        return Together.run(
                parts.size(),
                progress,
                0,
                parts.stream()
                        .<Act<StoredFile>>map(part -> told -> dump(part, command, parse, told))
                        .toList());
    }

    private StoredFile dump(DumpPart part, List<String> command, List<String> parse, Progress told) {
        List<String> own =
                Stream.concat(command.stream(), part.options().stream()).toList();
        try (ToolProcess dumping = ToolProcess.start(own, Connecting.variables(database));
                ToolProcess parsing = ToolProcess.start(parse, Map.of())) {
            dumping.input().close();
            return files(told).write(part.name(), target -> {
                if (copy(dumping.output(), target, parsing, told) == 0) {
                    dumping.finish();
                    throw BackupFailure.failed("pg_dump wrote nothing");
                }
                dumping.finish();
                parsing.finish();
            });
        } catch (IOException failure) {
            throw BackupFailure.failed("The dump broke off: " + failure.getMessage(), failure);
        }
    }

    private static long copy(InputStream dump, OutputStream target, ToolProcess parsing, Progress told)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int length = dump.read(buffer); length >= 0; length = dump.read(buffer)) {
            target.write(buffer, 0, length);
            try {
                parsing.input().write(buffer, 0, length);
            } catch (IOException pipe) {
                throw parsing.brokenBy(pipe);
            }
            copied += length;
            told.moves(copied, 0);
        }
        try {
            parsing.input().close();
        } catch (IOException pipe) {
            throw parsing.brokenBy(pipe);
        }
        return copied;
    }

    private void readBack(List<StoredFile> files, List<String> list) {
        Together.run(
                files.size(),
                progress,
                files.stream().mapToLong(StoredFile::size).sum(),
                files.stream()
                        .<Act<StoredFile>>map(file -> told -> {
                            files(told).feed(file, list, Map.of());
                            return file;
                        })
                        .toList());
    }

    private StoredFiles files(Progress told) {
        return new StoredFiles(archive, id, sealing, told);
    }

    /** Backups are told apart and kept by time: a wrong one would let the retention delete the wrong ones. */
    private void refuseSkewedClocks(Instant databaseTime) {
        Duration skew = Duration.between(databaseTime, archive.clock().instant());
        if (skew.abs().compareTo(TOLERATED_SKEW) > 0) {
            throw BackupFailure.failed("The clocks of this machine and of the database differ by "
                    + skew.abs().toSeconds() + " s: set them right first");
        }
        archive.list().stream()
                .filter(backup -> backup.manifest() != null)
                .filter(backup -> backup.takenAt().isAfter(databaseTime.plus(TOLERATED_SKEW)))
                .findFirst()
                .ifPresent(future -> {
                    throw BackupFailure.failed("The backup " + future.id() + " was taken at " + future.takenAt()
                            + ", which is in the future: a clock is wrong, or was");
                });
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BackupFailure failure) {
                throw failure;
            }
            throw failed;
        }
    }
}
