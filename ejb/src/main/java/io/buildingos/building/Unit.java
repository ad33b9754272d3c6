package io.buildingos.building;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What is owned, lived in and charged: an apartment, an office, a parking space of a building. Archived, never deleted;
 * whether it is occupied is nowhere kept, it follows from its occupancies.
 */
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
        this.label = description.label() == null ? null : description.label().strip();
        this.type = description.type();
        this.areaM2 = description.areaM2();
        this.share = description.share();
        this.billable = description.billable();
    }

    void archive(Instant now) {
        requireOpen();
        archivedAt = now;
    }

    void requireArchived() {
        if (archivedAt == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The unit isn't archived.");
        }
    }

    void restore() {
        requireArchived();
        archivedAt = null;
    }

    /** Refuses to change what is archived. */
    public void requireOpen() {
        if (archivedAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The unit is archived: it can be read, not changed.");
        }
    }

    void share(BigDecimal newShare) {
        this.share = newShare;
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
