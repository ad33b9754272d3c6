package io.buildingos.document;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody has announced. OPEN until it is REGISTERED as a document, or REFUSED because it isn't what it was
 * said to be; used once. Its object lies apart from the documents', so that whoever writes there again, as a signed
 * address allows for its five minutes, changes no document.
 */
@Entity
@Table(name = "uploads")
class Upload extends TenantOwned {
    /** Of the signed address. */
    static final Duration ADDRESS_LIFE = Duration.ofMinutes(5);

    /** A large file on a slow line takes its time after the address was used. */
    static final Duration LIFE = Duration.ofHours(1);

    static final String FOLDER = "uploads/";

    /** Where it stands. */
    enum Status {
        OPEN,
        REGISTERED,
        REFUSED
    }

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "object_key", updatable = false)
    private String objectKey;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(name = "content_type", updatable = false)
    private String contentType;

    @Column(name = "size_bytes", updatable = false)
    private long size;

    @Column(updatable = false)
    private String sha256;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Document.Category category;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Document.Visibility visibility;

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Column(name = "document_id", updatable = false)
    private UUID documentId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    protected Upload() {}

    /** @param documentId of the document to be replaced, or null for a new one */
    Upload(
            UUID tenantId,
            UUID userId,
            AnnounceUpload announced,
            String fileName,
            Place place,
            UUID documentId,
            Instant now) {
        super(tenantId);
        this.userId = userId;
        this.objectKey = FOLDER + tenantId + "/" + id();
        this.fileName = fileName;
        this.contentType = announced.contentType();
        this.size = announced.size();
        this.sha256 = announced.sha256();
        this.category = announced.category();
        this.visibility = announced.visibility();
        this.buildingId = place.buildingId();
        this.unitId = place.unitId();
        this.documentId = documentId;
        this.status = Status.OPEN;
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    boolean isOpen(Instant now) {
        return status == Status.OPEN && now.isBefore(expiresAt);
    }

    void register() {
        status = Status.REGISTERED;
    }

    void refuse() {
        status = Status.REFUSED;
    }

    boolean belongsTo(UUID user) {
        return userId.equals(user);
    }

    UUID userId() {
        return userId;
    }

    String objectKey() {
        return objectKey;
    }

    String fileName() {
        return fileName;
    }

    FileType type() {
        return FileType.of(contentType);
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    Document.Category category() {
        return category;
    }

    Document.Visibility visibility() {
        return visibility;
    }

    Place place() {
        return new Place(buildingId, unitId);
    }

    UUID documentId() {
        return documentId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
