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

/** What somebody said on a ticket. Stays as it was said. */
@Entity
@Immutable
@Table(name = "ticket_comments")
public class TicketComment {
    /** Who reads it: INTERNAL ones only those who manage the ticket. */
    public enum Visibility {
        PUBLIC,
        INTERNAL
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "ticket_id")
    private UUID ticketId;

    @Column(name = "author_id")
    private UUID authorId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private String body;

    @Column(name = "created_at")
    private Instant createdAt;

    protected TicketComment() {}

    TicketComment(Ticket ticket, UUID authorId, WriteComment command, Instant now) {
        this.id = UuidV7.create();
        this.tenantId = ticket.tenantId();
        this.ticketId = ticket.id();
        this.authorId = authorId;
        this.visibility = command.visibility();
        this.body = command.body().trim();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }
}
