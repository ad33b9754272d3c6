package io.buildingos.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A line of a unit's account, as it is read; {@link UnitAccounts} writes it, and nobody changes it. */
@Entity
@Immutable
@Table(name = "ledger_entries")
class LedgerEntry {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "unit_id")
    private UUID unitId;

    private long position;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "balance_minor")
    private long balanceMinor;

    @Column(name = "charge_id")
    private UUID chargeId;

    @Column(name = "payment_id")
    private UUID paymentId;

    @Column(name = "reverses_id")
    private UUID reversesId;

    private String description;

    @Column(name = "entered_on")
    private LocalDate enteredOn;

    @Column(name = "posted_at")
    private Instant postedAt;

    protected LedgerEntry() {}
}
