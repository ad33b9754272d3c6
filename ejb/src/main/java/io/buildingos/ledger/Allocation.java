package io.buildingos.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A debt covered by a payment or a credit, until it is released; as it is read, {@link Allocations} writes it. */
@Entity
@Immutable
@Table(name = "allocations")
class Allocation {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "unit_id")
    private UUID unitId;

    @Column(name = "charge_id")
    private UUID chargeId;

    @Column(name = "payment_id")
    private UUID paymentId;

    @Column(name = "credit_id")
    private UUID creditId;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "allocated_at")
    private Instant allocatedAt;

    @Column(name = "released_at")
    private Instant releasedAt;

    protected Allocation() {}
}
