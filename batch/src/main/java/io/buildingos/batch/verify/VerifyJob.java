package io.buildingos.batch.verify;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Once a day, after the night's backup. */
@ApplicationScoped
class VerifyJob implements Job {
    @Override
    public JobDefinition definition() {
        return JobDefinition.of(
                        "verify",
                        "Looks for whatever the data must not hold: broken references, ledgers that don't add up, gaps in"
                                + " receipts, a broken audit chain, missing row security, damaged indexes.")
                .scheduled("0 5 * * *", "UTC");
    }
}
