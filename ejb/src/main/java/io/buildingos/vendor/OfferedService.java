package io.buildingos.vendor;

import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One thing a vendor does in one building. */
@Entity
@Table(name = "vendor_services")
class OfferedService {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @Column(name = "vendor_id", updatable = false)
    private UUID vendorId;

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(updatable = false)
    private String service;

    @Column(name = "service_key", updatable = false)
    private String serviceKey;

    protected OfferedService() {}

    OfferedService(Vendor vendor, UUID buildingId, String service) {
        this.id = UuidV7.create();
        this.tenantId = vendor.tenantId();
        this.vendorId = vendor.id();
        this.buildingId = buildingId;
        this.service = service.trim();
        this.serviceKey = NameKey.of(service);
    }
}
