package io.buildingos.notification;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.TenantFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who of the caller's tenant is to be told, and by whom it was done. */
@ApplicationScoped
public class Audience {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    /** The members who may do this in the building, but for the one who acts. */
    public Set<UUID> holding(Permission permission, UUID building) {
        UUID tenant = currentCaller.get().requireTenant();
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> role.permits(permission))
                .toList();
        return others(TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select distinct m.userId from Membership m join m.roles r where m.tenantId = :tenant"
                                        + " and r.role in :roles and (r.buildingId is null or r.buildingId = :building)",
                                UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("roles", roles)
                        .setParameter("building", building)
                        .getResultList()));
    }

    /** These but for the one who acts: nobody is told of what they did themselves. */
    public Set<UUID> others(Iterable<UUID> users) {
        Set<UUID> others = new HashSet<>();
        users.forEach(others::add);
        others.remove(currentCaller.get().userId());
        return others;
    }

    /** The name of the one who acts. */
    public String actor() {
        return TenantFilter.without(
                entityManager,
                currentCaller.get().requireTenant(),
                () -> entityManager
                        .createQuery("select u.name from User u where u.id = :me", String.class)
                        .setParameter("me", currentCaller.get().requireUser())
                        .getSingleResult());
    }
}
