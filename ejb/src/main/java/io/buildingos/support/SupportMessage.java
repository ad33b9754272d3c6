package io.buildingos.support;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What somebody said on a support ticket. Stays as it was said. */
@Entity
@Immutable
@Table(name = "support_messages")
class SupportMessage {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "ticket_id")
    private UUID ticketId;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "from_platform")
    private boolean fromPlatform;

    private String body;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SupportMessage() {}

    SupportMessage(SupportTicket ticket, UUID authorId, boolean fromPlatform, String body, Instant now) {
        this.id = UuidV7.create();
        this.tenantId = ticket.tenantId();
        this.ticketId = ticket.id();
        this.authorId = authorId;
        this.fromPlatform = fromPlatform;
        this.body = body.strip();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }
}
