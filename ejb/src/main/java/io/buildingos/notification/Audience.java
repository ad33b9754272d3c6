package io.buildingos.notification;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.TenantFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Who of the caller's tenant is to be told, and by whom it was done. */
@ApplicationScoped
public class Audience {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    /** The members who may do this in the building. */
    public List<UUID> holding(Permission permission, UUID building) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select distinct m.userId from Membership m join m.roles r where m.tenantId = :tenant"
                                        + " and r.role in :roles and (r.buildingId is null or r.buildingId = :building)",
                                UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("roles", Role.permitting(permission))
                        .setParameter("building", building)
                        .getResultList());
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
