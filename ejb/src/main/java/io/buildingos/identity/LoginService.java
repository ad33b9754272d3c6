package io.buildingos.identity;

import io.buildingos.kernel.Attempt;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns a password, and where there is one the second factor, into a session.
 *
 * <p>Has no transaction of its own: the hash takes longer than all statements together and would hold a connection all the
 * while, and a failure must be remembered although it is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginService {
    @Inject
    private LoginAttempts attempts;

    @Inject
    private PasswordProof proof;

    @Inject
    private Passwords passwords;

    @Inject
    private SessionSteps steps;

    /** One answer for every failure: unknown, wrong, locked, disabled. */
    @Open(Open.To.ANYBODY)
    public Tokens login(LogIn attempt, String userAgent) {
        Optional<Account> account = attempts.byEmail(attempt.email());
        if (!proof.proves(account, attempt.password())) {
            throw refused(account.map(Account::id).orElse(null));
        }
        Account proven = account.orElseThrow();
        if (proven.secondFactor() && attempt.code() == null && attempt.recoveryCode() == null) {
            throw Refusal.of(ErrorCode.SECOND_FACTOR_REQUIRED);
        }
        String rehashed = passwords.outdated(proven.passwordHash()) ? passwords.hash(attempt.password()) : null;
        return steps.begin(proven.id(), attempt.code(), attempt.recoveryCode(), rehashed, userAgent)
                .orElseThrow(() -> refused(proven.id()));
    }

    private Refusal refused(UUID user) {
        attempts.failed(user);
        return Refusal.of(ErrorCode.LOGIN_FAILED);
    }

    /**
     * What a person types to log in.
     *
     * @param code six digits of the second factor, or null
     * @param recoveryCode one of those handed out at its enrolment, instead of the code; or null
     * @param tokenDelivery null: as a cookie
     */
    public record LogIn(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 128) String password,
            @Size(max = 10) String code,
            @Size(max = 40) String recoveryCode,
            TokenDelivery tokenDelivery)
            implements Attempt {
        @Override
        public String account() {
            return email == null ? null : EmailAddress.normalized(email);
        }

        @Override
        public String toString() {
            return "LogIn";
        }
    }
}
