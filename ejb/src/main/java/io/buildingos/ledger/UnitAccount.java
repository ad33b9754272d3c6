package io.buildingos.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What a unit owes altogether, as the ledger's trigger keeps it; negative: the unit has paid ahead. */
@Entity
@Immutable
@Table(name = "unit_accounts")
class UnitAccount {
    @Id
    @Column(name = "unit_id")
    private UUID unitId;

    @TenantId
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "building_id")
    private UUID buildingId;

    private String currency;

    @Column(name = "balance_minor")
    private long balanceMinor;

    protected UnitAccount() {}
}
