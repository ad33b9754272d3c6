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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers failures. Each call is a transaction of its own, begun after the check and committed before the refusal, which
 * would otherwise take the count back with it.
 */
@Stateless
public class LoginAttempts {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Memberships memberships;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Open(Open.To.ANYBODY)
    @SystemScope("a user belongs to no tenant")
    public Optional<Account> byEmail(String email) {
        if (!EmailAddress.isOne(email)) {
            return Optional.empty();
        }
        return entityManager
                .createQuery("from User u where u.email = :email", User.class)
                .setParameter("email", EmailAddress.normalized(email))
                .getResultStream()
                .findFirst()
                .map(Account::of);
    }

    @Open(Open.To.LOGGED_IN)
    @SystemScope("a user belongs to no tenant")
    public Optional<Account> byId(UUID id) {
        return Optional.ofNullable(entityManager.find(User.class, id)).map(Account::of);
    }

    /**
     * An entry in the audit in every case, so that a failure costs the same whether there is such an account or not.
     *
     * @param id null when there is no such account
     */
    @Open(Open.To.ANYBODY)
    @SystemScope("a user belongs to no tenant")
    public void failed(UUID id) {
        auditLog.happenedIn(null, "login.failed", "user", id, Map.of());
        User user = id == null ? null : entityManager.find(User.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            return;
        }
        Instant lockedUntil = user.loginFailed(clock.instant());
        if (lockedUntil != null) {
            reportLock(user, lockedUntil);
        }
    }

    /** Where the tenants' administrators look; on the platform's own page for users of no tenant. */
    private void reportLock(User user, Instant lockedUntil) {
        Map<String, Object> details = Map.of("failures", user.failedLogins(), "lockedUntil", lockedUntil.toString());
        List<UUID> tenants = memberships.of(user.id()).stream()
                .map(MembershipView::tenantId)
                .distinct()
                .toList();
        auditLog.happenedIn(null, "account.locked", "user", user.id(), details);
        tenants.forEach(tenant -> auditLog.happenedIn(tenant, "account.locked", "user", user.id(), details));
    }
}
