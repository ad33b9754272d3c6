package io.buildingos.building;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A building of the tenant. Archived when it is managed no more: then it and its units can be read, not changed, and weigh
 * nothing in the plan, until it is restored. Deleted only if it never had a unit.
 */
@Entity
@Table(name = "buildings")
public class Building extends TenantOwned {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String address;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected Building() {}

    Building(UUID tenantId, String name, String address, Instant now) {
        super(tenantId);
        this.createdAt = now;
        describe(name, address);
    }

    final void describe(String newName, String newAddress) {
        this.name = newName.strip();
        this.nameKey = NameKey.of(newName);
        this.address = newAddress.strip();
    }

    void archive(Instant now) {
        if (archivedAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The building is archived already.");
        }
        archivedAt = now;
    }

    void requireArchived() {
        if (archivedAt == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The building isn't archived.");
        }
    }

    void restore() {
        requireArchived();
        archivedAt = null;
    }

    /** Refuses to change what is archived. */
    public void requireOpen() {
        if (archivedAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The building is archived: it can be read, not changed.");
        }
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant archivedAt() {
        return archivedAt;
    }
}
