package io.buildingos.batch.payment;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Every minute, all tenants' receipts. */
@ApplicationScoped
class ReceiptsJob implements Job {
    @Override
    public JobDefinition definition() {
        return JobDefinition.of("receipts", "Makes the documents of new receipts and mails them.")
                .scheduled("* * * * *", "UTC");
    }
}
