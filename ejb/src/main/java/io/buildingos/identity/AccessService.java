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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a session may do now, whatever its token says: read from the rows, not from the claims. */
@Stateless
public class AccessService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "APP_ENV", defaultValue = "development")
    private String environment;

    /**
     * Nobody, when the session ended or its user was disabled. Somebody without any right, when the user is no longer a
     * member of the tenant.
     *
     * @param tenantId as the token says: a session may hold tokens for several of its user's tenants
     */
    @Open(Open.To.ANYBODY)
    @SystemScope("a user's session, whichever tenant it works in")
    public Optional<Access> of(UUID sessionId, UUID tenantId) {
        return entityManager
                .createQuery(
                        "select u, s from Session s join User u on u.id = s.userId"
                                + " where s.id = :session and s.endedAt is null and s.expiresAt > :now"
                                + " and u.disabledAt is null",
                        Object[].class)
                .setParameter("session", sessionId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(row -> access((User) row[0], (Session) row[1], tenantId));
    }

    private Access access(User user, Session session, UUID claimed) {
        Tenant named = claimed == null ? null : entityManager.find(Tenant.class, claimed);
        boolean closed = named != null && named.status() == Tenant.Status.CLOSED;
        Set<Grant> grants = closed ? Set.of() : grants(user, session, claimed);
        Tenant tenant = grants.isEmpty() ? null : named;
        boolean resident = grants.stream().anyMatch(grant -> grant.role() == Role.RESIDENT);
        return new Access(
                session.id(),
                user.id(),
                user.email(),
                tenant == null ? null : tenant.id(),
                tenant == null || tenant.status() == Tenant.Status.ACTIVE,
                grants,
                resident ? ownUnits(user.id(), tenant) : Set.of(),
                session.impersonatorId());
    }

    private Set<Grant> grants(User user, Session session, UUID tenant) {
        if (session.impersonatorId() != null) {
            return user.superAdmin() && tenant != null && tenant.equals(session.tenantId())
                    ? Set.of(Grant.tenantWide(Role.TENANT_ADMIN))
                    : Set.of();
        }
        if (user.superAdmin()) {
            // A member of no tenant. In production worth nothing until there is a second factor.
            boolean weak = environment.equals("production") && !user.hasSecondFactor();
            return weak || tenant != null ? Set.of() : Set.of(Grant.tenantWide(Role.SUPER_ADMIN));
        }
        return tenant == null ? Set.of() : grants(user.id(), tenant);
    }

    private Set<Grant> grants(UUID user, UUID tenant) {
        return new HashSet<>(entityManager
                .createQuery(
                        "select new io.buildingos.kernel.Grant(r.role, r.buildingId) from Membership m join m.roles r"
                                + " join Tenant t on t.id = m.tenantId where m.userId = :user and m.tenantId = :tenant"
                                + " and t.status <> io.buildingos.tenancy.Tenant$Status.CLOSED",
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
