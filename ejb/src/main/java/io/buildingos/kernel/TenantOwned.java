package io.buildingos.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A row that belongs to one tenant for ever; Hibernate filters every query and every load by it. */
@MappedSuperclass
public abstract class TenantOwned extends Versioned {
    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    protected TenantOwned() {}

    protected TenantOwned(UUID tenantId) {
        super(UuidV7.create());
        this.tenantId = tenantId;
    }

    public UUID tenantId() {
        return tenantId;
    }
}
