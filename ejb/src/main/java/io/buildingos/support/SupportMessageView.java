package io.buildingos.support;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as both sides see it.
 *
 * @param fromPlatform said by a super admin as such, not by somebody of the tenant
 */
public record SupportMessageView(
        UUID id, UUID authorId, String authorName, boolean fromPlatform, String body, Instant createdAt) {}
