package io.buildingos.identity;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A user as the platform sees it.
 *
 * @param disabledAt null while the user may log in
 * @param lockedUntil until when failed attempts keep the account shut, or kept it
 */
public record PlatformUserView(
        UUID id,
        long version,
        String email,
        String name,
        boolean superAdmin,
        boolean emailVerified,
        boolean secondFactor,
        Instant disabledAt,
        Instant lockedUntil,
        Instant createdAt)
        implements Tagged {

    static PlatformUserView of(User user) {
        return new PlatformUserView(
                user.id(),
                user.version(),
                user.email(),
                user.name(),
                user.superAdmin(),
                user.emailVerified(),
                user.hasSecondFactor(),
                user.disabledAt(),
                user.lockedUntil(),
                user.createdAt());
    }
}
