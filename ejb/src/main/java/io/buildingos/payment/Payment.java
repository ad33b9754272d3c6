package io.buildingos.payment;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import io.buildingos.ledger.Account;
import io.buildingos.ledger.Amounts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Money that came for a unit, or so somebody says: SUBMITTED, then APPROVED or REJECTED; an APPROVED one may be REVERSED.
 * What it says of the money never changes. How much of it is used is kept by the ledger's allocations.
 */
@Entity
@Table(name = "payments")
class Payment extends TenantOwned {
    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Column(updatable = false)
    private String currency;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private PaymentMethod method;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(name = "allocated_minor", updatable = false)
    private long allocatedMinor;

    @Column(updatable = false)
    private String reference;

    @Column(name = "reference_key", updatable = false)
    private String referenceKey;

    @Column(name = "paid_on", updatable = false)
    private LocalDate paidOn;

    @Column(name = "proof_document_id", updatable = false)
    private UUID proofDocumentId;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @Column(name = "submitted_at", updatable = false)
    private Instant submittedAt;

    @Column(name = "submitted_by", updatable = false)
    private UUID submittedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "rejection_reason")
    private String rejectionReason;

    @Column(name = "reversed_at")
    private Instant reversedAt;

    @Column(name = "reversal_reason")
    private String reversalReason;

    protected Payment() {}

    Payment(UUID tenantId, Account account, SubmitPayment command, UUID submittedBy, LocalDate today, Instant now) {
        super(tenantId);
        Amounts.requireInRange("amount", command.amount());
        if (command.paidOn().isAfter(today)) {
            throw Refusal.invalid("paidOn", "can't be later than today");
        }
        this.unitId = account.unitId();
        this.buildingId = account.buildingId();
        this.currency = account.currency();
        this.amountMinor = account.requireOwnCurrency(command.amount());
        this.method = command.method();
        this.reference = stripped(command.reference());
        this.referenceKey = reference == null ? null : NameKey.of(reference);
        this.paidOn = command.paidOn();
        this.proofDocumentId = command.proofDocumentId();
        this.status = PaymentStatus.SUBMITTED;
        this.submittedAt = now;
        this.submittedBy = submittedBy;
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    void approve(Instant now) {
        become(PaymentStatus.APPROVED, PaymentStatus.SUBMITTED);
        reviewedAt = now;
    }

    void reject(String reason, Instant now) {
        become(PaymentStatus.REJECTED, PaymentStatus.SUBMITTED);
        reviewedAt = now;
        rejectionReason = reason.strip();
    }

    /** Once nothing is covered by it any more. */
    void reverse(String reason, Instant now) {
        become(PaymentStatus.REVERSED, PaymentStatus.APPROVED);
        reversedAt = now;
        reversalReason = reason.strip();
    }

    void requireApproved() {
        if (status != PaymentStatus.APPROVED) {
            throw illegal("Only what is APPROVED counts; the payment is %s.".formatted(status), PaymentStatus.APPROVED);
        }
    }

    /** It covers what is counted in its own currency. */
    void requireOwnCurrency(Money other) {
        if (!other.currency().equals(currency)) {
            throw Refusal.of(ErrorCode.CURRENCY_DIFFERS);
        }
    }

    private void become(PaymentStatus target, PaymentStatus only) {
        if (status != only) {
            throw illegal("A payment that is %s can't become %s.".formatted(status, target), target);
        }
        status = target;
    }

    private Refusal illegal(String detail, PaymentStatus target) {
        return Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, detail, Map.of("from", status.name(), "to", target.name()));
    }

    UUID buildingId() {
        return buildingId;
    }

    UUID unitId() {
        return unitId;
    }

    UUID submittedBy() {
        return submittedBy;
    }

    Money amount() {
        return new Money(amountMinor, currency);
    }

    long amountMinor() {
        return amountMinor;
    }

    String reference() {
        return reference;
    }

    String referenceKey() {
        return referenceKey;
    }
}
