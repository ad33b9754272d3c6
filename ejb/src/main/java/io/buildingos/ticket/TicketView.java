package io.buildingos.ticket;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A ticket as it is shown, with the names a list needs.
 *
 * @param number what people call it by, unique in the tenant
 * @param escalatedAt when it escalated; null once somebody has it
 * @param firstAnsweredAt when somebody who manages it, other than its opener, first said something publicly
 * @param resolvedAt null again while it is worked on again
 */
public record TicketView(
        UUID id,
        long version,
        long number,
        UUID buildingId,
        String buildingName,
        UUID unitId,
        String unitCode,
        String title,
        String description,
        Ticket.Category category,
        Ticket.Priority priority,
        Ticket.Status status,
        UUID createdBy,
        String createdByName,
        UUID assigneeId,
        String assigneeName,
        Instant escalatedAt,
        Instant firstAnsweredAt,
        Instant resolvedAt,
        Instant closedAt,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {
    static final String SELECT = "new io.buildingos.ticket.TicketView(t.id, t.version, t.number, t.buildingId, b.name,"
            + " t.unitId, u.code, t.title, t.description, t.category, t.priority, t.status, t.createdBy, c.name,"
            + " t.assigneeId, a.name, t.escalatedAt, t.firstAnsweredAt, t.resolvedAt, t.closedAt, t.createdAt,"
            + " t.updatedAt)";
    static final String FROM = "Ticket t join Building b on b.tenantId = t.tenantId and b.id = t.buildingId"
            + " left join Unit u on u.tenantId = t.tenantId and u.id = t.unitId"
            + " left join User c on c.id = t.createdBy left join User a on a.id = t.assigneeId";

    /** What a merge patch is applied to. */
    public DescribeTicket details() {
        return new DescribeTicket(unitId, title, description, category, priority);
    }
}
