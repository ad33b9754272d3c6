package io.buildingos.batch.backup;

import io.buildingos.backup.TakeBackup;
import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobParameter;
import io.buildingos.platform.Installation;
import jakarta.enterprise.context.ApplicationScoped;

/** Every night, in UTC as the names of the backups. */
@ApplicationScoped
class BackupJob implements Job {
    static final String WORKERS = "workers";

    @Override
    public JobDefinition definition() {
        long usual = Installation.configuration().number("BACKUP_WORKERS");
        return JobDefinition.of(
                        "backup",
                        "Takes a backup of the database and the documents into the store, and reads it back.",
                        JobParameter.number(
                                        WORKERS,
                                        usual,
                                        "how many dump at once; from 2 on the schema and each one's rows are files of"
                                                + " their own",
                                        1,
                                        TakeBackup.MOST_WORKERS)
                                .mayChangeAtRestart())
                .scheduled("0 2 * * *", "UTC");
    }
}
