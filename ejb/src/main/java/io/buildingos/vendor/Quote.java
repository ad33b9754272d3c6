package io.buildingos.vendor;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
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

/** What a vendor asks for some work: REQUESTED, RECEIVED with its amount, then APPROVED or REJECTED for good. */
@Entity
@Table(name = "quotes")
public class Quote extends TenantOwned {
    /** Where it stands. */
    public enum Status {
        REQUESTED,
        RECEIVED,
        APPROVED,
        REJECTED
    }

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "vendor_id", updatable = false)
    private UUID vendorId;

    @Column(name = "ticket_id", updatable = false)
    private UUID ticketId;

    @Column(updatable = false)
    private String description;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "amount_minor")
    private Long amountMinor;

    private String currency;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "requested_by", updatable = false)
    private UUID requestedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;

    protected Quote() {}

    Quote(UUID tenantId, RequestQuote command, UUID requestedBy, Instant now) {
        super(tenantId);
        this.buildingId = command.buildingId();
        this.vendorId = command.vendorId();
        this.ticketId = command.ticketId();
        this.description = command.description().trim();
        this.status = Status.REQUESTED;
        this.requestedBy = requestedBy;
        this.createdAt = now;
    }

    /** @param document the offer as the vendor wrote it, or null */
    void receive(Money amount, UUID document, Instant now) {
        become(Status.RECEIVED, Status.REQUESTED);
        this.amountMinor = amount.amountMinor();
        this.currency = amount.currency();
        this.documentId = document;
        this.receivedAt = now;
    }

    void approve(UUID by, Instant now) {
        become(Status.APPROVED, Status.RECEIVED);
        this.decidedBy = by;
        this.decidedAt = now;
    }

    void reject(UUID by, String why, Instant now) {
        become(Status.REJECTED, Status.RECEIVED);
        this.decidedBy = by;
        this.decidedAt = now;
        this.reason = why.trim();
    }

    private void become(Status next, Status before) {
        if (status != before) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "A quote that is %s can't become %s.".formatted(status, next),
                    Map.of("from", status.name(), "to", next.name()));
        }
        status = next;
    }

    UUID buildingId() {
        return buildingId;
    }

    UUID vendorId() {
        return vendorId;
    }

    Status status() {
        return status;
    }

    Money amount() {
        return Amounts.of(amountMinor, currency);
    }
}
