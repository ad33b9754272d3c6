package io.buildingos.batch.backup;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Every night, in UTC as the names of the backups. */
@ApplicationScoped
class BackupJob implements Job {
    static final JobDefinition DEFINITION = JobDefinition.of(
                    "backup", "Takes a backup of the database and the documents into the store, and reads it back.")
            .scheduled("0 2 * * *", "UTC");

    @Override
    public JobDefinition definition() {
        return DEFINITION;
    }
}
