package io.buildingos.batch.notification;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Every five minutes, once in the cluster. New mail leaves within seconds by a timer on every node; this is how somebody
 * sees that the outbox is empty, or empties it after a provider was down.
 */
@ApplicationScoped
class MailDeliveryJob implements Job {
    @Override
    public JobDefinition definition() {
        return JobDefinition.of("mail-delivery", "Delivers the mail that is due, and says what it came to.")
                .scheduled("*/5 * * * *", "UTC");
    }
}
