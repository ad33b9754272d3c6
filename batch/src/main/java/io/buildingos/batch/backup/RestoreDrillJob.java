package io.buildingos.batch.backup;

import io.buildingos.backup.Archive;
import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobParameter;
import jakarta.enterprise.context.ApplicationScoped;

/** Once a week: a backup that was never restored is a hope. */
@ApplicationScoped
class RestoreDrillJob implements Job {
    static final String BACKUP = "backup";

    static final JobDefinition DEFINITION = JobDefinition.of(
                    "restore-drill",
                    "Restores a backup into a scratch database, compares it with the manifest, checks it, and drops it.",
                    JobParameter.text(BACKUP, Archive.LATEST, "the backup's id, or latest"))
            .scheduled("0 4 * * 0", "UTC");

    @Override
    public JobDefinition definition() {
        return DEFINITION;
    }
}
