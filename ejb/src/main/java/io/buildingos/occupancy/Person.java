package io.buildingos.occupancy;

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
 * Somebody of the tenant's directory, with or without an account to log in. Names needn't be unique: two people can share
 * one. Archived once they occupy nothing any more, never deleted.
 */
@Entity
@Table(name = "people")
public class Person extends TenantOwned {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String email;

    private String phone;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected Person() {}

    Person(UUID tenantId, DescribePerson description, Instant now) {
        super(tenantId);
        this.createdAt = now;
        describe(description);
    }

    final void describe(DescribePerson description) {
        this.name = description.name().strip();
        this.nameKey = NameKey.of(description.name());
        this.email = description.email() == null ? null : description.email().strip();
        this.phone = description.phone() == null ? null : description.phone().strip();
        this.userId = description.userId();
    }

    void archive(Instant now) {
        requireOpen();
        archivedAt = now;
    }

    void restore() {
        if (archivedAt == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The person isn't archived.");
        }
        archivedAt = null;
    }

    void requireOpen() {
        if (archivedAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The person is archived: restore them first.");
        }
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    String phone() {
        return phone;
    }

    UUID userId() {
        return userId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant archivedAt() {
        return archivedAt;
    }
}
