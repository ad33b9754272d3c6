package io.buildingos.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session's two tokens, before it is decided how the refresh token travels.
 *
 * @param refreshToken null where none was made: switching the tenant keeps the one there is
 * @param sessionEndsAt however often the token is rotated
 */
public record Tokens(
        String accessToken,
        Instant expiresAt,
        UUID tenantId,
        List<MembershipView> memberships,
        String refreshToken,
        Instant sessionEndsAt) {

    public LoggedIn inBody() {
        return new LoggedIn(accessToken, expiresAt, tenantId, memberships, refreshToken);
    }

    public LoggedIn withoutRefreshToken() {
        return new LoggedIn(accessToken, expiresAt, tenantId, memberships, null);
    }

    @Override
    public String toString() {
        return "Tokens";
    }
}
