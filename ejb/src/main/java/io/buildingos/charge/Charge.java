package io.buildingos.charge;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import io.buildingos.ledger.Account;
import io.buildingos.ledger.Amounts;
import io.buildingos.ledger.EntryKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What a unit owes for a month and a purpose, or, as a CREDIT, is owed. Mended while nothing covers it, canceled with a reason
 * while nothing covers it, never deleted. How much of it is covered is kept by the ledger's allocations.
 */
@Entity
@Table(name = "charges")
class Charge extends TenantOwned {
    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Column(updatable = false)
    private String currency;

    private YearMonth period;

    @Enumerated(EnumType.STRING)
    private ChargeType type;

    private String concept;

    @Column(name = "concept_key")
    private String conceptKey;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "allocated_minor", updatable = false)
    private long allocatedMinor;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "batch_id", updatable = false)
    private UUID batchId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "canceled_at")
    private Instant canceledAt;

    @Column(name = "cancel_reason")
    private String cancelReason;

    protected Charge() {}

    Charge(UUID tenantId, Account account, DescribeCharge description, Instant now) {
        super(tenantId);
        this.unitId = account.unitId();
        this.buildingId = account.buildingId();
        this.currency = account.currency();
        this.createdAt = now;
        set(account, description);
    }

    /** Returns by how much the unit now owes more; negative: less. */
    long describe(Account account, DescribeCharge description) {
        requireOpen();
        requireUncovered();
        if ((type == ChargeType.CREDIT) != (description.type() == ChargeType.CREDIT)) {
            throw Refusal.invalid("type", "can't turn a debt into a credit or back: cancel it and raise another");
        }
        long before = owed();
        set(account, description);
        return owed() - before;
    }

    private void set(Account account, DescribeCharge description) {
        Amounts.requireInRange("amount", description.amount());
        this.amountMinor = account.requireOwnCurrency(description.amount());
        this.period = description.period();
        this.type = description.type();
        this.concept = description.concept().strip();
        this.conceptKey = NameKey.of(description.concept());
        this.dueOn = description.dueOn();
    }

    void cancel(String reason, Instant now) {
        requireOpen();
        requireUncovered();
        this.canceledAt = now;
        this.cancelReason = reason.strip();
    }

    void requireOpen() {
        if (canceledAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The charge is canceled.");
        }
    }

    private void requireUncovered() {
        if (allocatedMinor > 0) {
            throw Refusal.of(ErrorCode.CHARGE_ALLOCATED);
        }
    }

    /** What the unit owes by it: of a CREDIT less than nothing. */
    long owed() {
        return isCredit() ? -amountMinor : amountMinor;
    }

    boolean isCredit() {
        return type == ChargeType.CREDIT;
    }

    EntryKind entryKind() {
        return isCredit() ? EntryKind.CREDIT : EntryKind.CHARGE;
    }

    EntryKind cancellationKind() {
        return isCredit() ? EntryKind.CREDIT_CANCELED : EntryKind.CHARGE_CANCELED;
    }

    UUID buildingId() {
        return buildingId;
    }

    UUID unitId() {
        return unitId;
    }

    String concept() {
        return concept;
    }

    Money amount() {
        return new Money(amountMinor, currency);
    }
}
