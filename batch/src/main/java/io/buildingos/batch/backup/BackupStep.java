package io.buildingos.batch.backup;

import io.buildingos.backup.Archive;
import io.buildingos.backup.Manifest;
import io.buildingos.backup.TakeBackup;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Takes the backup. */
@Named
@Dependent
class BackupStep extends ArchiveStep {
    @Override
    String work(Archive archive) {
        Manifest manifest = new TakeBackup(archive, this, run().parameters().integer(BackupJob.WORKERS)).run();
        run().log("Backup %s: %,d bytes, %,d rows, schema %s, in %d ms"
                .formatted(
                        manifest.id(),
                        manifest.size(),
                        manifest.rowCount(),
                        manifest.schemaVersion(),
                        manifest.durationMillis()));
        return "COMPLETED";
    }
}
