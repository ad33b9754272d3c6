package io.buildingos.identity;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One login on one device: a family of refresh tokens, each rotated at its use. Ends by logout, by an administrator, by
 * time, by lying idle, or by the reuse of a rotated token; an ended session's access tokens stop working within a minute.
 */
@Entity
@DynamicUpdate
@Table(name = "sessions")
class Session {
    private static final int USER_AGENT_KEPT = 300;

    @Id
    private UUID id;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "impersonator_id", updatable = false)
    private UUID impersonatorId;

    @Column(name = "user_agent", updatable = false)
    private String userAgent;

    @Column(updatable = false)
    private String address;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "end_reason")
    private String endReason;

    protected Session() {}

    Session(UUID userId, UUID tenantId, String userAgent, String address, Instant now, Duration life) {
        this.id = UuidV7.create();
        this.userId = userId;
        this.tenantId = tenantId;
        this.userAgent = userAgent == null || userAgent.length() <= USER_AGENT_KEPT
                ? userAgent
                : userAgent.substring(0, USER_AGENT_KEPT);
        this.address = address;
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(life);
    }

    /** A super admin's, in a tenant's place of an administrator. */
    static Session impersonating(UUID superAdmin, UUID tenant, Session by, Instant now, Duration life) {
        Session session = new Session(superAdmin, tenant, by.userAgent, by.address, now, life);
        session.impersonatorId = superAdmin;
        return session;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID impersonatorId() {
        return impersonatorId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** @param idleSince who was last seen before this has left */
    boolean liveAt(Instant now, Instant idleSince) {
        return endedAt == null && now.isBefore(expiresAt) && lastUsedAt.isAfter(idleSince);
    }

    void used(UUID activeTenant, Instant now) {
        this.tenantId = activeTenant;
        this.lastUsedAt = now;
    }
}
