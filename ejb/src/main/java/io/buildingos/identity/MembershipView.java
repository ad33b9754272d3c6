package io.buildingos.identity;

import io.buildingos.kernel.Role;
import java.util.UUID;

/** One role in one tenant. */
public record MembershipView(UUID tenantId, String tenantName, Role role, UUID buildingId) {}
