package io.buildingos.identity;

import java.time.Instant;
import java.util.UUID;

/** What checking a password needs to know of a user; read first, so that no transaction waits while the hash is made. */
record Account(
        UUID id, String email, String passwordHash, boolean disabled, Instant lockedUntil, boolean secondFactor) {
    static Account of(User user) {
        return new Account(
                user.id(),
                user.email(),
                user.passwordHash(),
                user.disabled(),
                user.lockedUntil(),
                user.hasSecondFactor());
    }

    boolean openAt(Instant now) {
        return !disabled && (lockedUntil == null || !now.isBefore(lockedUntil));
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
