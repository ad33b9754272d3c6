package io.buildingos.ticket;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One step of a ticket's history. */
@Entity
@Immutable
@Table(name = "ticket_events")
public class TicketEvent {
    /** What happened. */
    public enum Kind {
        OPENED,
        STATUS,
        ASSIGNEE,
        PRIORITY,
        /** Title, description, category or unit. */
        DETAILS,
        ESCALATED
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "ticket_id")
    private UUID ticketId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_id")
    private UUID actorId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "from_value")
    private String from;

    @Column(name = "to_value")
    private String to;

    private String reason;

    protected TicketEvent() {}

    /**
     * @param actorId null for the product itself
     * @param from what it was, in words of that day: a status, a member's name
     */
    TicketEvent(Ticket ticket, UUID actorId, Kind kind, String from, String to, String reason, Instant now) {
        this.id = UuidV7.create();
        this.tenantId = ticket.tenantId();
        this.ticketId = ticket.id();
        this.occurredAt = now;
        this.actorId = actorId;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.reason = reason;
    }
}
