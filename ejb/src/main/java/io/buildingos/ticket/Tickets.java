package io.buildingos.ticket;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The tickets a caller's permission reaches, for services that act on them, and what every change of one leaves. */
@ApplicationScoped
public class Tickets {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    public Ticket reached(UUID id, Permission permission) {
        Ticket ticket = TenantFilter.find(entityManager, currentCaller.get().requireTenant(), Ticket.class, id);
        return requireReached(ticket, permission);
    }

    /** Nobody else changes it until the transaction ends. */
    Ticket locked(UUID id, Permission permission) {
        return requireReached(entityManager.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE), permission);
    }

    /** Whoever manages tickets of the building, as against whoever lives there. */
    boolean manages(UUID building) {
        return currentCaller.get().reach(Permission.TICKET_MANAGE).coversBuilding(building);
    }

    TicketView view(UUID id) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.view(
                entityManager,
                tenant,
                TicketView.class,
                "select " + TicketView.SELECT + " from " + TicketView.FROM
                        + " where t.tenantId = :tenant and t.id = :id",
                Map.of("id", id));
    }

    static boolean covers(Reach reach, UUID building, UUID unit) {
        return reach.coversBuilding(building) || (unit != null && reach.units().contains(unit));
    }

    void note(Ticket ticket, TicketEvent.Kind kind, String from, String to, String reason) {
        Caller caller = currentCaller.get();
        entityManager.persist(new TicketEvent(ticket, caller.userId(), kind, from, to, reason, clock.instant()));
    }

    TicketView changed(String action, Ticket ticket, TicketView before) {
        entityManager.flush();
        TicketView after = view(ticket.id());
        auditLog.changed(action, "ticket", ticket.id(), before, after);
        return after;
    }

    private Ticket requireReached(Ticket ticket, Permission permission) {
        if (ticket == null || !covers(currentCaller.get().reach(permission), ticket.buildingId(), ticket.unitId())) {
            throw Refusal.notFound();
        }
        return ticket;
    }
}
