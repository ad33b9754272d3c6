package io.buildingos.identity;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.SystemScope;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a session may do now, whatever its token says: read from the rows, not from the claims. */
@Stateless
public class AccessService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** Nobody, when the session ended or its user was disabled. */
    @Open(Open.To.ANYBODY)
    @SystemScope("the session says which tenant it is in")
    public Optional<Access> of(UUID sessionId) {
        return entityManager
                .createQuery(
                        "select u, s.tenantId, s.impersonatorId from Session s join User u on u.id = s.userId"
                                + " where s.id = :session and s.endedAt is null and s.expiresAt > :now"
                                + " and u.disabledAt is null",
                        Object[].class)
                .setParameter("session", sessionId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(row -> access(sessionId, (User) row[0], (UUID) row[1], (UUID) row[2]));
    }

    private Access access(UUID sessionId, User user, UUID tenantId, UUID impersonator) {
        Set<Grant> grants = new HashSet<>();
        if (user.superAdmin()) {
            grants.add(Grant.tenantWide(Role.SUPER_ADMIN));
        }
        Tenant tenant = tenantId == null ? null : entityManager.find(Tenant.class, tenantId);
        if (tenant != null) {
            grants.addAll(grants(user.id(), tenantId));
        }
        boolean resident = grants.stream().anyMatch(grant -> grant.role() == Role.RESIDENT);
        return new Access(
                sessionId,
                user.id(),
                user.email(),
                tenantId,
                tenant == null || tenant.status() == Tenant.Status.ACTIVE,
                grants,
                resident ? ownUnits(user.id(), tenant) : Set.of(),
                impersonator);
    }

    private Set<Grant> grants(UUID user, UUID tenant) {
        return new HashSet<>(entityManager
                .createQuery(
                        "select new io.buildingos.kernel.Grant(r.role, r.buildingId) from Membership m join m.roles r"
                                + " where m.userId = :user and m.tenantId = :tenant",
                        Grant.class)
                .setParameter("user", user)
                .setParameter("tenant", tenant)
                .getResultList());
    }

    /** Native: the occupancies are another feature's, read here as plain rows. */
    @SuppressWarnings("unchecked")
    private Set<UUID> ownUnits(UUID user, Tenant tenant) {
        return new HashSet<>(entityManager
                .createNativeQuery(
                        "select o.unit_id from occupancies o join people p on p.tenant_id = o.tenant_id"
                                + " and p.id = o.person_id where o.tenant_id = :tenant and p.user_id = :user"
                                + " and o.starts_on <= :today and (o.ends_on is null or o.ends_on >= :today)",
                        UUID.class)
                .setParameter("tenant", tenant.id())
                .setParameter("user", user)
                .setParameter("today", clock.instant().atZone(tenant.timeZone()).toLocalDate())
                .getResultList());
    }

    /** A live session's rights. */
    public record Access(
            UUID sessionId,
            UUID userId,
            String email,
            UUID tenantId,
            boolean tenantWritable,
            Set<Grant> grants,
            Set<UUID> ownUnits,
            UUID impersonatorId) {
        public Caller caller(String requestId, String address) {
            return new Caller(
                    Caller.Kind.USER,
                    email,
                    userId,
                    sessionId,
                    tenantId,
                    tenantWritable,
                    grants,
                    ownUnits,
                    impersonatorId,
                    requestId,
                    address);
        }
    }
}
