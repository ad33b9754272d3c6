package io.buildingos.batch.ticket;

import io.buildingos.batch.jobs.Job;
import io.buildingos.batch.jobs.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Every five minutes, all tenants' tickets. */
@ApplicationScoped
class TicketEscalationJob implements Job {
    @Override
    public JobDefinition definition() {
        return JobDefinition.of(
                        "ticket-escalation",
                        "Escalates tickets of high priority that nobody has taken within two hours.")
                .scheduled("*/5 * * * *", "UTC");
    }
}
