package io.buildingos.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * One login on one device.
 *
 * @param current the one this was asked with
 * @param tenantId the tenant it works in, or null
 */
public record SessionView(
        UUID id,
        boolean current,
        UUID tenantId,
        String userAgent,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
