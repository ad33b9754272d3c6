package io.buildingos.ticket;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That a document belongs to a ticket. */
@Entity
@Immutable
@Table(name = "ticket_attachments")
class TicketAttachment {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "ticket_id")
    private UUID ticketId;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "attached_by")
    private UUID attachedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    protected TicketAttachment() {}

    TicketAttachment(Ticket ticket, UUID documentId, UUID attachedBy, Instant now) {
        this.id = UuidV7.create();
        this.tenantId = ticket.tenantId();
        this.ticketId = ticket.id();
        this.documentId = documentId;
        this.attachedBy = attachedBy;
        this.createdAt = now;
    }
}
