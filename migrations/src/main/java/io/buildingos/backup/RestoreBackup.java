package io.buildingos.backup;

import io.buildingos.backup.Manifest.StoredFile;
import io.buildingos.config.Database;
import io.buildingos.migration.DirectConnections;
import io.buildingos.migration.MigrationFiles;
import io.buildingos.migration.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a backup back into an empty database, and proves that all of it is there. */
public final class RestoreBackup {
    private final Archive archive;
    private final Progress progress;
    private final StoredBackup backup;
    private final Database target;

    public RestoreBackup(Archive archive, Progress progress, StoredBackup backup, Database target) {
        this.archive = archive;
        this.progress = progress;
        this.backup = backup;
        this.target = target;
        if (backup.state() != StoredBackup.State.COMPLETE) {
            throw BackupFailure.damaged("The backup " + backup.id() + " isn't complete: " + backup.problem());
        }
    }

    /**
     * How it is done.
     *
     * @param force over what is there, if it is also confirmed
     * @param confirmedName of the database that is overwritten, as typed
     * @param workers null: as many as dumped it. More than one give up the one transaction, and need disk for a dump that
     *     is in one file
     * @param documents these too
     */
    public record Options(boolean force, String confirmedName, Integer workers, boolean documents) {}

    /** What was done. */
    public record Restored(Manifest manifest, long durationMillis, long documentsWritten, long documentsPresent) {}

    public Restored run(Options options) {
        long begun = System.nanoTime();
        boolean empty;
        try (Connection connection = SourceSnapshot.connected(target)) {
            empty = new RestoreTarget(connection, target).admit(options);
            refuseOlderServer(connection);
        } catch (SQLException failure) {
            throw failed(failure);
        }
        checkBefore();
        if (!empty) {
            clear();
        }
        load(options.workers() == null ? backup.manifest().workers() : options.workers());
        List<String> differences = compare();
        if (!differences.isEmpty()) {
            throw BackupFailure.damaged(
                    "The restored database isn't what was dumped: " + String.join("; ", differences));
        }
        grant();
        DocumentCopies.Restored documents = new DocumentCopies.Restored(0, 0);
        if (options.documents() && backup.manifest().documents() != null) {
            progress.begins("Restoring documents into " + archive.documents().bucket());
            documents =
                    DocumentCopies.restore(archive, backup.manifest(), archive.sealing(backup.manifest()), progress);
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Restored(backup.manifest(), millis, documents.written(), documents.present());
    }

    /** Into a database that was made for it; the checksum is held against the stream alone. */
    List<String> rehearse() {
        load(backup.manifest().workers());
        return compare();
    }

    private void refuseOlderServer(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        int dumped = Integer.parseInt(backup.manifest().server().replaceFirst("\\D.*", ""));
        if (major < dumped) {
            throw BackupFailure.refused(
                    "The backup is of PostgreSQL %d, and the target is the older %d".formatted(dumped, major));
        }
    }

    /** Before anything is written: pg_restore would have committed by the time a wrong checksum shows. */
    private void checkBefore() {
        progress.begins("Checking " + backup.id());
        for (StoredFile file : backup.manifest().files()) {
            files().read(file, source -> {});
        }
    }

    private void clear() {
        progress.begins("Clearing " + target.name());
        try (Connection connection = SourceSnapshot.connected(target);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String schema : TableCounts.strings(connection, RestoreTarget.SCHEMAS)) {
                statement.execute("drop schema " + schema + " cascade");
            }
            statement.execute("create schema public");
            statement.execute("grant usage on schema public to public");
            connection.commit();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void load(int workers) {
        progress.begins("Restoring " + backup.id() + " into " + target.name());
        new LoadDump(archive, files(), progress, backup.manifest(), target).run(workers);
    }

    private List<String> compare() {
        progress.begins("Comparing the rows");
        try (Connection connection = SourceSnapshot.connected(target)) {
            TableCounts.enterSystemScope(connection);
            List<String> tables = TableCounts.tables(connection);
            List<String> differences = new ArrayList<>(
                    TableCounts.differences(backup.manifest().rows(), TableCounts.of(connection, tables)));
            String version = TableCounts.schemaVersion(connection, target.schema());
            if (!version.equals(backup.manifest().schemaVersion())) {
                differences.add("the schema version is %s, not %s"
                        .formatted(version, backup.manifest().schemaVersion()));
            }
            return differences;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void grant() {
        String role = archive.settings().database().user();
        new Migrations(DirectConnections.to(target), target.schema(), role, MigrationFiles.ofProduct()).grant();
        try (Connection connection = SourceSnapshot.connected(target);
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private StoredFiles files() {
        Optional<Sealing> sealing = archive.sealing(backup.manifest());
        return new StoredFiles(archive, backup.id(), sealing, progress);
    }

    private static BackupFailure failed(SQLException failure) {
        return BackupFailure.failed("The target can't be worked on: " + TableCounts.oneLine(failure), failure);
    }
}
