package io.buildingos.payment;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * That an approved payment was received, under a number that is never given out again: a reversed payment's receipt is
 * annulled and keeps it. Its document and mail follow after the approval.
 */
@Entity
@Table(name = "receipts")
class Receipt extends TenantOwned {
    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Column(name = "payment_id", updatable = false)
    private UUID paymentId;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private long number;

    @Column(name = "issued_on", updatable = false)
    private LocalDate issuedOn;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "annulled_at")
    private Instant annulledAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "document_id")
    private UUID documentId;

    protected Receipt() {}

    Receipt(Payment payment, LocalDate issuedOn, long number, Instant now) {
        super(payment.tenantId());
        this.buildingId = payment.buildingId();
        this.unitId = payment.unitId();
        this.paymentId = payment.id();
        this.year = issuedOn.getYear();
        this.number = number;
        this.issuedOn = issuedOn;
        this.createdAt = now;
    }

    void annul(Instant now) {
        annulledAt = now;
    }

    boolean isAnnulled() {
        return annulledAt != null;
    }

    /** For good: what was handed out once is what it said then. */
    void delivered(UUID document, Instant now) {
        documentId = document;
        deliveredAt = now;
    }

    boolean isDelivered() {
        return deliveredAt != null;
    }

    UUID unitId() {
        return unitId;
    }

    UUID paymentId() {
        return paymentId;
    }

    String number() {
        return number(year, number);
    }

    /** As people read it. */
    static String number(int year, long number) {
        return String.format(Locale.ROOT, "%04d-%06d", year, number);
    }
}
