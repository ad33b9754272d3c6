package io.buildingos.announcement;

import java.time.Instant;
import java.util.UUID;

/**
 * Whom an announcement was sent to.
 *
 * @param userId null for a person without an account
 * @param personId null for a member who occupies nothing
 * @param readAt null as long as it isn't
 */
public record ReceiptView(
        UUID id, UUID userId, UUID personId, String name, String email, Instant createdAt, Instant readAt) {}
