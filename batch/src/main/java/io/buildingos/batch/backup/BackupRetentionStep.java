package io.buildingos.batch.backup;

import io.buildingos.backup.Archive;
import io.buildingos.backup.BackupRetention;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Backups first: what they no longer need is the largest part. */
@Named
@Dependent
class BackupRetentionStep extends ArchiveStep {
    @Override
    String work(Archive archive) {
        boolean dryRun = run().parameters().flag(RetentionJob.DRY_RUN);
        BackupRetention.Outcome outcome = new BackupRetention(archive, this, run().launchedBy()).run(dryRun);
        run().log("%s %d backups: %s"
                .formatted(
                        dryRun ? "Would delete" : "Deleted", outcome.deleted().size(), outcome.deleted()));
        run().log("%d stay; %d unfinished, %d strays and %d copies of documents went"
                .formatted(outcome.kept().size(), outcome.leftovers().size(), outcome.strays(), outcome.copies()));
        return "COMPLETED";
    }
}
