package io.buildingos.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who of the caller's tenant is to be told, and by whom it was done. */
@ApplicationScoped
public class Audience {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    /** The members who may do this in the building. */
    public List<UUID> holding(Permission permission, UUID building) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select distinct m.userId from Membership m join m.roles r on r.tenantId = m.tenantId"
                                        + " where m.tenantId = :tenant and r.role in :roles"
                                        + " and (r.buildingId is null or r.buildingId = :building)",
                                UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("roles", Role.permitting(permission))
                        .setParameter("building", building)
                        .getResultList());
    }

    /**
     * The members who own these units or live there today, by unit, as far as they may see what this permits. Found apart and
     * then joined: PostgreSQL, which takes a tenant for smaller than it is until it has looked anew, else joins everybody with
     * everybody.
     */
    public Map<UUID, Set<UUID>> occupying(Collection<UUID> units, Permission permission) {
        UUID tenant = currentCaller.get().requireTenant();
        LocalDate today = calendars.today(tenant);
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "with homes as materialized (select o.unitId as unitId, p.userId as userId,"
                                        + " u.buildingId as buildingId from Occupancy o"
                                        + " join Person p on p.tenantId = o.tenantId and p.id = o.personId"
                                        + " join Unit u on u.tenantId = o.tenantId and u.id = o.unitId"
                                        + " where o.tenantId = :tenant and o.unitId in :units"
                                        + " and o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today)),"
                                        + " holders as materialized (select m.userId as userId, r.role as role,"
                                        + " r.buildingId as buildingId from Membership m"
                                        + " join m.roles r on r.tenantId = m.tenantId"
                                        + " where m.tenantId = :tenant and r.role in :roles"
                                        + " and m.userId in (select h.userId from homes h))"
                                        + " select distinct h.unitId, h.userId from homes h join holders r on r.userId = h.userId"
                                        + " and (r.role = :resident or r.buildingId is null or r.buildingId = h.buildingId)",
                                Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("units", units)
                        .setParameter("today", today)
                        .setParameter("roles", Role.permitting(permission))
                        .setParameter("resident", Role.RESIDENT)
                        .getResultStream()
                        .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (UUID) row[1], toSet()))));
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
