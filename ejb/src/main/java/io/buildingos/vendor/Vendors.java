package io.buildingos.vendor;

import io.buildingos.building.Building;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.ticket.Ticket;
import io.buildingos.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;

/** The vendors a caller's permission reaches, and what quotes and orders refer to beside them. */
@ApplicationScoped
class Vendors {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Tickets tickets;

    /** On vendors as v. */
    Condition reached(Permission permission) {
        Reach reach = currentCaller.get().reach(permission);
        if (reach.all()) {
            return Condition.of("1 = 1", Map.of());
        }
        return Condition.of(
                "(exists (select 1 from OfferedService near where near.tenantId = v.tenantId and near.vendorId = v.id"
                        + " and near.buildingId in :reachBuildings)"
                        + " or not exists (select 1 from OfferedService held where held.tenantId = v.tenantId"
                        + " and held.vendorId = v.id))",
                Map.of("reachBuildings", reach.buildings()));
    }

    Vendor reached(UUID id, Permission permission) {
        Condition reached = reached(permission);
        var query = entityManager
                .createQuery("from Vendor v where v.id = :id and " + reached.hql(), Vendor.class)
                .setParameter("id", id);
        reached.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(Refusal::notFound);
    }

    Vendor open(UUID id, Permission permission) {
        Vendor vendor = reached(id, permission);
        vendor.requireOpen();
        return vendor;
    }

    /** In reach and managed still. */
    void requireOpenBuilding(UUID id, Permission permission) {
        Building building = currentCaller.get().reach(permission).coversBuilding(id)
                ? entityManager.find(Building.class, id)
                : null;
        if (building == null) {
            throw Refusal.notFound();
        }
        building.requireOpen();
    }

    /** @param ticket null for none */
    void requireTicketOf(UUID building, UUID ticket) {
        if (ticket == null) {
            return;
        }
        Ticket cause = tickets.reached(ticket, Permission.TICKET_MANAGE);
        if (!cause.buildingId().equals(building)) {
            throw Refusal.invalid("ticketId", "must be a ticket of the building");
        }
    }
}
