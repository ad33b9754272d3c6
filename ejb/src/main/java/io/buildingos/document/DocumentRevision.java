package io.buildingos.document;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The bytes of a document from one moment to the next: written once, like the object it stands for. */
@Entity
@Table(name = "document_revisions")
class DocumentRevision extends TenantOwned {
    @Column(name = "document_id", updatable = false)
    private UUID documentId;

    @Column(updatable = false)
    private int number;

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

    @Column(name = "uploaded_by", updatable = false)
    private UUID uploadedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected DocumentRevision() {}

    DocumentRevision(
            Document document,
            int number,
            String objectKey,
            FileType type,
            Checked file,
            UUID uploadedBy,
            Instant now) {
        super(document.tenantId());
        this.documentId = document.id();
        this.number = number;
        this.objectKey = objectKey;
        this.fileName = document.fileName();
        this.contentType = type.contentType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.uploadedBy = uploadedBy;
        this.createdAt = now;
    }

    UUID documentId() {
        return documentId;
    }

    int number() {
        return number;
    }

    String objectKey() {
        return objectKey;
    }

    String fileName() {
        return fileName;
    }

    String contentType() {
        return contentType;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    UUID uploadedBy() {
        return uploadedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What was found in a file that was read to its end. */
    record Checked(long size, String sha256) {}
}
