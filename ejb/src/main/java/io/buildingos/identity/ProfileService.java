package io.buildingos.identity;

import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who am I, and what may I do here? */
@Stateless
public class ProfileService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Memberships memberships;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    @ConfigProperty(name = "APP_ENV", defaultValue = "development")
    private String environment;

    @Open(Open.To.LOGGED_IN)
    @SystemScope("memberships of every tenant the user is in")
    public Profile me() {
        Caller caller = currentCaller.get();
        User user = entityManager.find(User.class, caller.requireUser());
        return new Profile(
                UserView.of(user),
                memberships.of(user.id()),
                caller.tenantId(),
                permissions(caller.grants()),
                caller.impersonatorId() == null ? null : impersonation(caller),
                user.superAdmin() && environment.equals("production") && !user.hasSecondFactor());
    }

    private Impersonation impersonation(Caller caller) {
        return entityManager
                .createQuery(
                        "select new io.buildingos.identity.ProfileService$Impersonation(u.id, u.name, t.id, t.name,"
                                + " s.createdAt, s.expiresAt) from Session s join User u on u.id = s.impersonatorId"
                                + " join Tenant t on t.id = s.tenantId where s.id = :session",
                        Impersonation.class)
                .setParameter("session", caller.sessionId())
                .getSingleResult();
    }

    private static SortedSet<Permission> permissions(Collection<Grant> grants) {
        SortedSet<Permission> permissions = new TreeSet<>();
        grants.forEach(grant -> permissions.addAll(grant.role().permissions()));
        return permissions;
    }

    /**
     * The logged-in user.
     *
     * @param tenantId the active tenant, or null
     * @param permissions in the active tenant; some role may reach one building only, as memberships say
     * @param impersonation who really acts, or null
     * @param secondFactorRequired the account has no rights until it enrols one
     */
    public record Profile(
            UserView user,
            List<MembershipView> memberships,
            UUID tenantId,
            SortedSet<Permission> permissions,
            Impersonation impersonation,
            boolean secondFactorRequired) {}

    /**
     * A super admin at work inside a tenant, for every page to say so.
     *
     * @param endsAt when it ends by itself
     */
    public record Impersonation(
            UUID superAdminId,
            String superAdminName,
            UUID tenantId,
            String tenantName,
            Instant startedAt,
            Instant endsAt) {}
}
