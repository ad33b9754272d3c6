package io.buildingos.vendor;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A firm that works on the tenant's buildings. Archived when it does so no more: then it gets no new quote or order. */
@Entity
@Table(name = "vendors")
public class Vendor extends TenantOwned {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "tax_id")
    private String taxId;

    private String contact;
    private String email;
    private String phone;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected Vendor() {}

    Vendor(UUID tenantId, DescribeVendor description, Instant now) {
        super(tenantId);
        this.createdAt = now;
        describe(description);
    }

    final void describe(DescribeVendor description) {
        requireOpen();
        this.name = description.name().trim();
        this.nameKey = NameKey.of(description.name());
        this.taxId = stripped(description.taxId());
        this.contact = stripped(description.contact());
        this.email = stripped(description.email());
        this.phone = stripped(description.phone());
    }

    void archive(Instant now) {
        requireOpen();
        archivedAt = now;
    }

    void restore() {
        if (archivedAt == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The vendor isn't archived.");
        }
        archivedAt = null;
    }

    final void requireOpen() {
        if (archivedAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The vendor is archived: restore it first.");
        }
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
