package io.buildingos.support;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/**
 * A support ticket as both sides see it.
 *
 * @param status OPEN: the platform is to speak; ANSWERED: the tenant is
 * @param updatedAt when something was last said or done
 */
public record SupportTicketView(
        UUID id,
        long version,
        UUID tenantId,
        String tenantName,
        String title,
        SupportCategory category,
        SupportStatus status,
        UUID openedBy,
        String openedByName,
        Instant createdAt,
        Instant updatedAt,
        Instant closedAt)
        implements Tagged {
    static final String SELECT = "new io.buildingos.support.SupportTicketView(s.id, s.version, s.tenantId, t.name,"
            + " s.title, s.category, s.status, s.openedBy, u.name, s.createdAt, s.updatedAt, s.closedAt)";
    static final String FROM =
            "SupportTicket s join Tenant t on t.id = s.tenantId left join User u on u.id = s.openedBy";
}
