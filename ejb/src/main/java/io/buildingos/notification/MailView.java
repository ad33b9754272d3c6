package io.buildingos.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail as the platform sees it.
 *
 * @param tenantId null: the platform's own
 * @param nextAttemptAt says something only while it is PENDING
 */
public record MailView(
        UUID id,
        UUID tenantId,
        String recipient,
        MailTemplate template,
        OutgoingMail.Status status,
        int attempts,
        String lastError,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant sentAt) {

    /**
     * With its delivery log.
     *
     * @param text what it said, where that is kept: in development, while no provider is set
     */
    public record Detailed(MailView mail, List<MailAttemptView> log, String text) {}
}
