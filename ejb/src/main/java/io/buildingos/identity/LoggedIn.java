package io.buildingos.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a login gives.
 *
 * @param tenantId the active tenant, or null
 * @param refreshToken only to clients that asked for it in the body; browsers get it as a cookie they can't read
 */
public record LoggedIn(
        String accessToken,
        Instant expiresAt,
        UUID tenantId,
        List<MembershipView> memberships,
        @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken) {}
