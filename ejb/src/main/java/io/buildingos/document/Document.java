package io.buildingos.document;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A file with a name, a place and those who may see it. Its bytes are its revisions': replacing adds one and keeps the
 * others. What the product made itself (a receipt) is never changed or deleted.
 */
@Entity
@Table(name = "documents")
public class Document extends TenantOwned {
    /** What it is about. */
    public enum Category {
        RULES,
        MINUTES,
        CONTRACT,
        BUDGET,
        INVOICE,
        RECEIPT,
        OTHER
    }

    /** Who sees it, within the building or unit it belongs to. */
    public enum Visibility {
        /** Owners, administrators and operators. */
        ADMINS,
        /** Also the residents of its unit, its building, or the whole tenant. */
        RESIDENTS,
        /** Whoever uploaded it, and those who may change the tenant's settings. */
        PRIVATE
    }

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Column(name = "building_id")
    private UUID buildingId;

    @Column(name = "unit_id")
    private UUID unitId;

    private int revision;

    @Column(name = "uploaded_by", updatable = false)
    private UUID uploadedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "archived_at")
    private Instant archivedAt;

    protected Document() {}

    /** @param uploadedBy null: the product itself */
    Document(
            UUID tenantId,
            String fileName,
            Category category,
            Visibility visibility,
            Place place,
            UUID uploadedBy,
            Instant now) {
        super(tenantId);
        this.uploadedBy = uploadedBy;
        this.createdAt = now;
        this.revision = 1;
        name(fileName);
        this.category = category;
        this.visibility = visibility;
        this.buildingId = place.buildingId();
        this.unitId = place.unitId();
    }

    void describe(String newName, Category newCategory, Visibility newVisibility, Place place) {
        requireChangeable();
        name(newName);
        this.category = newCategory;
        this.visibility = newVisibility;
        this.buildingId = place.buildingId();
        this.unitId = place.unitId();
    }

    /** @return the number of the revision that it shows from here on */
    int replace(String newName) {
        requireChangeable();
        name(newName);
        return ++revision;
    }

    void archive(Instant now) {
        requireOpen();
        archivedAt = now;
    }

    void restore() {
        if (archivedAt == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The document isn't archived.");
        }
        archivedAt = null;
    }

    void requireChangeable() {
        requireOpen();
        requireNotIssued();
    }

    void requireNotIssued() {
        if (uploadedBy == null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The document was issued as it is, and stays so.");
        }
    }

    private void requireOpen() {
        if (archivedAt != null) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The document is archived: restore it first.");
        }
    }

    private void name(String name) {
        this.fileName = name;
        this.nameKey = NameKey.of(name);
    }

    public String fileName() {
        return fileName;
    }

    public Category category() {
        return category;
    }

    public Visibility visibility() {
        return visibility;
    }

    /** Null for a document of the whole tenant. */
    public UUID buildingId() {
        return buildingId;
    }

    /** Null for a document of a building or of the whole tenant. */
    public UUID unitId() {
        return unitId;
    }

    public UUID uploadedBy() {
        return uploadedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant archivedAt() {
        return archivedAt;
    }

    int revision() {
        return revision;
    }

    Place place() {
        return new Place(buildingId, unitId);
    }
}
