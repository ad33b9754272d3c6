package io.buildingos.ticket;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** To whom a ticket can be assigned: members who may manage tickets of its building. */
@ApplicationScoped
class Assignees {
    private static final List<Role> MANAGING = Role.permitting(Permission.TICKET_MANAGE);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    /** Returns the member's name; null for nobody. */
    String requireManaging(UUID user, UUID building) {
        if (user == null) {
            return null;
        }
        return entityManager
                .createQuery(
                        "select distinct u.name from User u join Membership m on m.userId = u.id join m.roles r"
                                + " where u.id = :user and u.disabledAt is null and m.tenantId = :tenant"
                                + " and r.role in :managing and (r.buildingId is null or r.buildingId = :building)",
                        String.class)
                .setParameter("user", user)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("managing", MANAGING)
                .setParameter("building", building)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("assigneeId", "must be a member who manages tickets of the building"));
    }
}
