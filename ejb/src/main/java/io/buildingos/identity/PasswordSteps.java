package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.identity.SingleUseToken.Purpose;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;

/** The transactions behind {@link PasswordService}. */
@Stateless
public class PasswordSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SingleUseTokens singleUseTokens;

    @Inject
    private Sessions sessions;

    @Inject
    private IdentityMails mails;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Open(Open.To.LOGGED_IN)
    @SystemScope("a user belongs to no tenant")
    public void change(String hash) {
        User user = entityManager.find(User.class, currentCaller.get().requireUser(), LockModeType.PESSIMISTIC_WRITE);
        user.setPassword(hash);
        auditLog.happened("password.changed", "user", user.id(), Map.of());
        sessions.endAll(user.id(), currentCaller.get().sessionId(), "password changed");
        mails.passwordChanged(user);
    }

    /** Writes in every case: how long it takes doesn't tell whether there is such an account. */
    @Open(Open.To.ANYBODY)
    @SystemScope("a user belongs to no tenant")
    public void requestReset(String email) {
        User user = !EmailAddress.isOne(email)
                ? null
                : entityManager
                        .createQuery("from User u where u.email = :email and u.disabledAt is null", User.class)
                        .setParameter("email", EmailAddress.normalized(email))
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
        auditLog.happenedIn(null, "password.reset-requested", "user", user == null ? null : user.id(), Map.of());
        if (user != null) {
            mails.reset(user, singleUseTokens.issue(user, Purpose.PASSWORD_RESET));
        }
    }

    /** Only looks: a password the policy refuses must not cost the token. */
    @Open(Open.To.ANYBODY)
    @SystemScope("a user belongs to no tenant")
    public String addressOf(String token) {
        return entityManager
                .createQuery(
                        "select t.email from SingleUseToken t where t.tokenHash = :hash and t.purpose = :purpose"
                                + " and t.usedAt is null and t.expiresAt > :now",
                        String.class)
                .setParameter("hash", OpaqueToken.hash(token))
                .setParameter("purpose", Purpose.PASSWORD_RESET)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.TOKEN_INVALID));
    }

    @Open(Open.To.ANYBODY)
    @SystemScope("a user belongs to no tenant")
    public void reset(String token, String hash) {
        User user = singleUseTokens.use(token, Purpose.PASSWORD_RESET);
        user.setPassword(hash);
        user.verifyEmail(clock.instant());
        auditLog.happenedIn(null, "password.reset", "user", user.id(), Map.of());
        sessions.endAll(user.id(), null, "password reset");
        mails.passwordChanged(user);
    }
}
