package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The transactions behind login and refresh. They answer with nothing instead of refusing, since a refusal would roll back
 * what must stay: the revocation of a session whose token came twice.
 */
@Stateless
public class SessionSteps {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactor secondFactor;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    /**
     * The password has been proven. Locks the user: of two logins with the same code one gets in, and a lock set by
     * failures beside this one counts.
     */
    @Open(Open.To.ANYBODY)
    @SystemScope("memberships of every tenant the user is in")
    public Optional<Tokens> begin(UUID userId, String code, String recoveryCode, String rehashed, String userAgent) {
        User user = entityManager.find(User.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (user == null || user.disabled() || user.lockedAt(clock.instant())) {
            return Optional.empty();
        }
        if (user.hasSecondFactor() && !secondFactor.passes(user, code, recoveryCode)) {
            return Optional.empty();
        }
        user.forgetFailures();
        if (rehashed != null) {
            user.rehash(rehashed);
        }
        return Optional.of(sessions.begin(user, userAgent));
    }

    /**
     * Rotates, exactly once: the update of the unrotated row decides between uses of one token at the same time. A token
     * seen again means that two hold it, and nobody can say which of them stole it: the session ends.
     */
    @Open(Open.To.ANYBODY)
    @SystemScope("a session may be in any tenant, or in none")
    public Optional<Tokens> rotate(String refreshToken) {
        byte[] hash = OpaqueToken.hash(refreshToken);
        Instant now = clock.instant();
        int rotated = entityManager
                .createQuery("update RefreshToken t set t.rotatedAt = :now"
                        + " where t.tokenHash = :hash and t.rotatedAt is null")
                .setParameter("now", now)
                .setParameter("hash", hash)
                .executeUpdate();
        Session session = entityManager
                .createQuery("select t.sessionId from RefreshToken t where t.tokenHash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(id -> entityManager.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElse(null);
        if (session == null || !sessions.isLive(session)) {
            return Optional.empty();
        }
        if (rotated == 0) {
            auditLog.happenedIn(
                    session.tenantId(),
                    "session.refresh-token-reused",
                    "user",
                    session.userId(),
                    Map.of("session", session.id()));
            sessions.end(session.id(), session.userId(), "refresh token reused");
            return Optional.empty();
        }
        User user = entityManager.find(User.class, session.userId());
        return user.disabled() ? Optional.empty() : Optional.of(sessions.resume(session, user));
    }
}
