package io.buildingos.identity;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Lets a super admin into a tenant: for an hour at most, with an administrator's rights, under the own name, told in the
 * tenant's log with everything done meanwhile. Ends sooner by logging out with its token, from the list of own sessions,
 * or when any super admin revokes what goes on in the tenant.
 */
@Stateless
public class ImpersonationService {
    private static final Duration LIFE = Duration.ofMinutes(60);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Allowed(PLATFORM)
    @SystemScope("the platform is a member of no tenant")
    public LoggedIn begin(UUID tenantId) {
        Caller caller = currentCaller.get();
        Tenant tenant = entityManager.find(Tenant.class, tenantId);
        if (tenant == null) {
            throw Refusal.notFound();
        }
        if (tenant.status() == Tenant.Status.CLOSED) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The tenant is closed: nobody gets into it any more.");
        }
        User superAdmin = entityManager.find(User.class, caller.requireUser());
        Session own = entityManager.find(Session.class, caller.sessionId());
        return sessions.impersonate(superAdmin, own, tenantId, LIFE).inBody();
    }

    /** Whoever is inside: nobody of the platform is in the tenant any more, as far as other nodes go within the minute. */
    @Allowed(PLATFORM)
    @SystemScope("the platform is a member of no tenant")
    public void revoke(UUID tenantId) {
        List<Session> inside = entityManager
                .createQuery(
                        "from Session s where s.tenantId = :tenant and s.impersonatorId is not null"
                                + " and s.endedAt is null and s.expiresAt > :now",
                        Session.class)
                .setParameter("tenant", tenantId)
                .setParameter("now", clock.instant())
                .getResultList();
        if (inside.isEmpty()) {
            throw Refusal.notFound();
        }
        inside.forEach(session -> sessions.end(session.id(), session.userId(), "revoked by the platform"));
    }
}
