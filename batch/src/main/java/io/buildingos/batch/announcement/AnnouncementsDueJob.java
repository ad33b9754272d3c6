package io.buildingos.batch.announcement;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Every minute, all tenants' announcements. */
@ApplicationScoped
class AnnouncementsDueJob implements Job {
    @Override
    public JobDefinition definition() {
        return JobDefinition.of("announcements-due", "Sends the scheduled announcements whose time has come.")
                .scheduled("* * * * *", "UTC");
    }
}
