package io.buildingos.building;

import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What is owned, lived in and charged: an apartment, an office, a parking space of a building. */
@Entity
@Table(name = "units")
public class Unit extends TenantOwned {
    /** What kind of unit it is. */
    public enum Type {
        APARTMENT,
        HOUSE,
        OFFICE,
        STORAGE,
        PARKING,
        OTHER
    }

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    private String code;

    @Column(name = "code_key")
    private String codeKey;

    private String label;

    @Enumerated(EnumType.STRING)
    private Type type;

    @Column(name = "area_m2")
    private BigDecimal areaM2;

    private BigDecimal share;
    private boolean billable;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected Unit() {}

    Unit(UUID tenantId, UUID buildingId, DescribeUnit description, Instant now) {
        super(tenantId);
        this.buildingId = buildingId;
        this.createdAt = now;
        describe(description);
    }

    final void describe(DescribeUnit description) {
        this.code = description.code().strip();
        this.codeKey = NameKey.of(description.code());
        this.label = description.label();
        this.type = description.type();
        this.areaM2 = description.areaM2();
        this.share = description.share();
        this.billable = description.billable();
    }

    public UUID buildingId() {
        return buildingId;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    public BigDecimal areaM2() {
        return areaM2;
    }

    public BigDecimal share() {
        return share;
    }

    public boolean billable() {
        return billable;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant archivedAt() {
        return archivedAt;
    }
}
