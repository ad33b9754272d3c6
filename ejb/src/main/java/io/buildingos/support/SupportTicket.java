package io.buildingos.support;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A tenant's question to the platform. OPEN while the platform is to speak, ANSWERED while the tenant is, and CLOSED by
 * either of them, until either opens it again.
 */
@Entity
@Table(name = "support_tickets")
class SupportTicket extends TenantOwned {
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SupportCategory category;

    @Enumerated(EnumType.STRING)
    private SupportStatus status;

    @Column(name = "opened_by", updatable = false)
    private UUID openedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected SupportTicket() {}

    SupportTicket(UUID tenantId, AskSupport question, UUID openedBy, Instant now) {
        super(tenantId);
        this.title = question.title().strip();
        this.category = question.category();
        this.status = SupportStatus.OPEN;
        this.openedBy = openedBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Somebody has said something: it is the other side's turn. */
    void heard(boolean fromPlatform, Instant now) {
        if (status == SupportStatus.CLOSED) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The support ticket is closed: open it again first.");
        }
        status = fromPlatform ? SupportStatus.ANSWERED : SupportStatus.OPEN;
        updatedAt = now;
    }

    void close(Instant now) {
        requireOther(SupportStatus.CLOSED, status != SupportStatus.CLOSED);
        status = SupportStatus.CLOSED;
        closedAt = now;
        updatedAt = now;
    }

    void reopen(Instant now) {
        requireOther(SupportStatus.OPEN, status == SupportStatus.CLOSED);
        status = SupportStatus.OPEN;
        closedAt = null;
        updatedAt = now;
    }

    private void requireOther(SupportStatus next, boolean legal) {
        if (!legal) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "A support ticket that is %s can't become %s.".formatted(status, next),
                    Map.of("from", status.name(), "to", next.name()));
        }
    }

    String title() {
        return title;
    }
}
