package io.buildingos.batch.backup;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import io.buildingos.batch.jobs.JobParameter;
import jakarta.enterprise.context.ApplicationScoped;

/** Every night, after the backup. */
@ApplicationScoped
class RetentionJob implements Job {
    static final String DRY_RUN = "dryRun";

    static final JobDefinition DEFINITION = JobDefinition.of(
                    "retention",
                    "Deletes expired backups once a newer one is proven, what failed ones left, expired tokens and keys,"
                            + " executions of jobs and verifications older than 90 days, abandoned uploads and objects without a row.",
                    JobParameter.flag(DRY_RUN, false, "delete nothing, only tell"))
            .scheduled("0 3 * * *", "UTC");

    @Override
    public JobDefinition definition() {
        return DEFINITION;
    }
}
