package io.buildingos.batch.tenancy;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Once an hour: until it has run, a trial that is over already grants no more than FREE. */
@ApplicationScoped
class SubscriptionLifecycleJob implements Job {
    @Override
    public JobDefinition definition() {
        return JobDefinition.of(
                        "subscription-lifecycle",
                        "Tells of trials that end within three days, and writes down those whose time is over.")
                .scheduled("17 * * * *", "UTC");
    }
}
