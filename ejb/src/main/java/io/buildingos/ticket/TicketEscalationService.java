package io.buildingos.ticket;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.ticket.TicketEvent.Kind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Escalates what presses and what nobody has taken: once, until somebody takes it. A suspended tenant's wait until it is
 * active again.
 */
@Stateless
public class TicketEscalationService {
    /** As many a transaction as lock few rows for long. */
    public static final int BATCH = 100;

    private static final String OVERDUE = " t.assignee_id is null and t.escalated_at is null"
            + " and t.priority in ('HIGH', 'URGENT') and t.status in ('OPEN', 'IN_PROGRESS')"
            + " and t.created_at <= :before";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Tickets tickets;

    @Inject
    private AuditLog auditLog;

    @Inject
    private TicketNotices notices;

    @Inject
    private Clock clock;

    /** Whose tickets wait. */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks for tickets of every tenant")
    @SuppressWarnings("unchecked")
    public List<UUID> tenants() {
        return entityManager
                .createNativeQuery(
                        "select distinct t.tenant_id from tickets t join tenants n on n.id = t.tenant_id"
                                + " where n.status = 'ACTIVE' and" + OVERDUE,
                        UUID.class)
                .setParameter("before", clock.instant().minus(Ticket.ESCALATES_AFTER))
                .getResultList();
    }

    /**
     * Those of the caller's tenant that no other node has in hand. Native, since JPQL can't skip what others have locked.
     *
     * @return how many: less than {@link #BATCH} means that no more are due
     */
    @Open(Open.To.SYSTEM)
    public int escalateSome() {
        Instant now = clock.instant();
        List<Ticket> overdue = entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select t.* from tickets t where t.tenant_id = :tenant and" + OVERDUE
                                + " order by t.created_at limit " + BATCH + " for update skip locked",
                        Ticket.class)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("before", now.minus(Ticket.ESCALATES_AFTER))
                .getResultList();
        for (Ticket ticket : overdue) {
            ticket.escalate(now);
            tickets.note(ticket, Kind.ESCALATED, null, null, null);
            auditLog.changed("ticket.escalated", "ticket", ticket.id(), Map.of(), Map.of("escalatedAt", now));
            notices.escalated(ticket);
        }
        return overdue.size();
    }
}
