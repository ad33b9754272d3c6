package io.buildingos.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** That an announcement was sent to somebody; written by {@link Sending}'s one statement, and here only read. */
@Entity
@Table(name = "announcement_receipts")
class AnnouncementReceipt {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "announcement_id", updatable = false)
    private UUID announcementId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String email;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "read_at")
    private Instant readAt;

    protected AnnouncementReceipt() {}
}
