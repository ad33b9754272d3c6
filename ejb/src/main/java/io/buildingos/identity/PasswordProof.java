package io.buildingos.identity;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Checks a password, outside of any transaction; wrong ones count towards the account's lock wherever they are typed. */
@ApplicationScoped
class PasswordProof {
    @Inject
    private LoginAttempts attempts;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /** Spends the same time on an account that isn't there, on a locked one and on a good one. */
    boolean proves(Optional<Account> account, String password) {
        String hash = account.map(Account::passwordHash).orElse(null);
        if (hash == null) {
            passwords.spendTheTime(password);
            return false;
        }
        return passwords.matches(password, hash) && account.get().openAt(clock.instant());
    }

    /** Before something that a stolen session alone must not do. */
    void require(UUID user, String password) {
        if (!proves(attempts.byId(user), password)) {
            attempts.failed(user);
            throw Refusal.of(ErrorCode.WRONG_PASSWORD);
        }
    }
}
