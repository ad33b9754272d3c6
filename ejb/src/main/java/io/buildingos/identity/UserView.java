package io.buildingos.identity;

import java.util.UUID;

/** A user as that user sees it. */
public record UserView(
        UUID id,
        String email,
        String name,
        String locale,
        boolean emailVerified,
        boolean superAdmin,
        boolean secondFactor) {
    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.email(),
                user.name(),
                user.locale(),
                user.emailVerified(),
                user.superAdmin(),
                user.hasSecondFactor());
    }
}
